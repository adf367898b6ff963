using CotnvPga.Convenant;
using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;

namespace CotnvPga.Portal.Pages.Meldpunt;

/// <summary>The same in English.</summary>
public sealed class MunicipalityModel(Municipalities municipalities, PublicDesks desks, CompiledConvenant convenant) : GemeenteModel(municipalities, desks, convenant);
