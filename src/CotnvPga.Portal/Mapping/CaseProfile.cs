using AutoMapper;
using CotnvPga.Domain.Signals;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>From what the services return to what the pages show, outwards only. Nothing that was posted passes here.</summary>
public sealed class CaseProfile : Profile
{
    public CaseProfile(Words words, DutchClock clock)
    {
        CreateMap<VisibleItem, ItemView>()
            .ForCtorParam(nameof(ItemView.Id), o => o.MapFrom(i => i.Id.Value))
            .ForCtorParam(nameof(ItemView.Field), o => o.MapFrom(i => i.FieldLabel))
            .ForCtorParam(nameof(ItemView.Nature), o => o.MapFrom(i => words.Nature(i.Nature)))
            .ForCtorParam(nameof(ItemView.Supplier), o => o.MapFrom(i => i.Marks.FirstSupplier == null ? words.Supplier(i.Supplier) : $"{words.Supplier(i.Supplier)}, eerst van {words.Supplier(i.Marks.FirstSupplier)}"))
            .ForCtorParam(nameof(ItemView.RecordedOn), o => o.MapFrom(i => clock.DayOf(i.RecordedAt).ToDayText(clock.Today)))
            .ForCtorParam(nameof(ItemView.Explanation), o => o.MapFrom(i => i.Answer.Explanation))
            .ForCtorParam(nameof(ItemView.Articles), o => o.MapFrom(i => words.Articles(i.Answer.Grounds)));

        CreateMap<ConditionalItem, HiddenItemView>()
            .ForCtorParam(nameof(HiddenItemView.Id), o => o.MapFrom(i => i.Id.Value))
            .ForCtorParam(nameof(HiddenItemView.Supplier), o => o.MapFrom(i => words.Supplier(i.Supplier)))
            .ForCtorParam(nameof(HiddenItemView.Explanation), o => o.MapFrom(i => i.Answer.Explanation))
            .ForCtorParam(nameof(HiddenItemView.Articles), o => o.MapFrom(i => words.Articles(i.Answer.Grounds)));

        CreateMap<OfferedStep, StepView>()
            .ForCtorParam(nameof(StepView.Missing), o => o.MapFrom(s => s.Missing.Select(words.Fact).ToList()))
            .ForCtorParam(nameof(StepView.WaitingFor), o => o.MapFrom(s => s.WaitingFor.Select(words.PartyOrSecondPerson).ToList()))
            .ForCtorParam(nameof(StepView.NeedsExplanation), o => o.MapFrom(s => words.NeedsExplanation(s.Code)))
            .ForCtorParam(nameof(StepView.Articles), o => o.MapFrom(s => words.Articles(s.Grounds)));

        CreateMap<Term, Deadline>()
            .ForCtorParam(nameof(Deadline.Due), o => o.MapFrom(t => t.On))
            .ForCtorParam(nameof(Deadline.Today), o => o.MapFrom(_ => clock.Today))
            .ForCtorParam(nameof(Deadline.WorkingDays), o => o.MapFrom(t => WorkingDays.Between(clock.Today, t.On)));
    }
}
