using CotnvPga.Convenant;
using CotnvPga.Data.Accession;
using CotnvPga.Data.AnnualReports;
using CotnvPga.Data.Attachments;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Clockwork;
using CotnvPga.Data.Consultation;
using CotnvPga.Data.Continuity;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Coordination;
using CotnvPga.Data.Departures;
using CotnvPga.Data.Drafts;
using CotnvPga.Data.Exercise;
using CotnvPga.Data.Households;
using CotnvPga.Data.Interests;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Knowledge;
using CotnvPga.Data.LogChain;
using CotnvPga.Data.Meetings;
using CotnvPga.Data.Notifications;
using CotnvPga.Data.Oversight;
using CotnvPga.Data.Plan;
using CotnvPga.Data.PriorCases;
using CotnvPga.Data.Quality;
using CotnvPga.Data.Recognition;
using CotnvPga.Data.Records;
using CotnvPga.Data.Registers;
using CotnvPga.Data.Registrations;
using CotnvPga.Data.Reports;
using CotnvPga.Data.Retention;
using CotnvPga.Data.Sharing;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Data.Tickets;
using CotnvPga.Data.Transfer;
using CotnvPga.Data.Uniformity;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain.Matrix;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.Sharing;
using CotnvPga.Domain.Steps;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data;

/// <summary>Registers what the portal needs to read and write cases.</summary>
public static class DataServices
{
    /// <summary>Adds the case services.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connection">Connection string of <c>pga_app</c>.</param>
    /// <param name="convenant">The compiled convenant: the only source of who sees what.</param>
    /// <param name="keys">The keys outside the database.</param>
    /// <param name="municipalities">The municipalities that this instance serves.</param>
    public static IServiceCollection AddPortalData(
        this IServiceCollection services, string connection, CompiledConvenant convenant, KeyFolder keys, Municipalities municipalities)
    {
        var builder = new NpgsqlDataSourceBuilder(connection);
        builder.UseNodaTime();
        // What was broken off is never waited for: of a commit that waits for the standby, PostgreSQL would then say that it succeeded (ADR 0155).
        builder.ConnectionStringBuilder.CancellationTimeout = -1;
        // Whatever is set, is set for a transaction; a reset between two requests would only throw away what the database has planned (ADR 0186).
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        services.AddSingleton(builder.Build());
        services.AddSingleton<DatabaseAway>();
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]);
        services.AddSingleton(convenant);
        services.AddSingleton(keys);
        services.AddSingleton(municipalities);
        services.AddSingleton(new SignalLifecycle(convenant.Process));
        services.AddSingleton<SharingIntake>();
        services.AddSingleton<SharingAdvisor>();
        services.AddSingleton<SharingText>();
        services.AddSingleton<ChannelFinder>();
        services.AddSingleton<SharingEditions>();
        services.AddSingleton<MatrixFinder>();
        services.AddSingleton<ProofChecker>();
        services.AddSingleton<TicketSealer>();
        services.AddSingleton<MaskStore>();
        services.AddSingleton<ReasonsInUse>();
        services.AddSingleton<AccessionBook>();
        services.AddSingleton<Terms>();
        services.AddSingleton<IAccessions>(provider => provider.GetRequiredService<AccessionBook>());
        services.AddSingleton<CaseEditions>();
        services.AddSingleton<ConvenantArchive>();
        services.AddDbContext<ZaakContext>((provider, options) => ZaakContext.On(options, provider.GetRequiredService<NpgsqlDataSource>()));

        services.AddScoped<CaseDoor>();
        services.AddScoped<CaseReader>();
        services.AddScoped<ItemMarksOf>();
        services.AddScoped<ItemDoor>();
        services.AddScoped<QualityDesk>();
        services.AddScoped<HouseholdDesk>();
        services.AddScoped<RecognitionDesk>();
        services.AddScoped<RunningCaseDesk>();
        services.AddScoped<AttachmentDesk>();
        services.TryAddSingleton<IVirusScanner, NoVirusScanner>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<SignalDesk>();
        services.AddScoped<ItemRecorder>();
        services.AddScoped<ItemDesk>();
        services.AddScoped<Worklist>();
        services.AddScoped<OwnRegistrations>();
        services.AddScoped<KnownRegistrations>();
        services.AddScoped<RegistrationImport>();
        services.AddScoped<Outcomes>();
        services.AddScoped<WeighingDesk>();
        services.AddScoped<StepDesk>();
        services.AddScoped<StepEffects>();
        services.AddScoped<StepHistory>();
        services.AddScoped<Admissions>();
        services.AddScoped<Handovers>();
        services.AddScoped<Receivers>();
        services.AddScoped<TableSight>();
        services.AddScoped<HandoverSheets>();
        services.AddScoped<ConsultationDesk>();
        services.AddScoped<UniformityDesk>();
        services.AddScoped<RegisterDesk>();
        services.AddScoped<KnowledgeDesk>();
        services.AddScoped<ExerciseDesk>();
        services.AddScoped<AnnualReportDesk>();
        services.AddScoped<OversightDesk>();
        services.AddScoped<Logbook>();
        services.AddSingleton<OwnNames>();
        services.AddSingleton<ProcessingRegister>();
        services.AddScoped<LogReview>();
        services.AddScoped<OversightStand>();
        services.AddScoped<DecisionReplay>();
        services.AddScoped<ReportDesk>();
        services.AddScoped<Repeats.Repeats>();
        services.AddScoped<Repeats.FormRepeats>();
        services.AddSingleton<LogTail>();
        services.AddSingleton<RefusedActs>();
        services.AddScoped<DraftRows>();
        services.AddScoped<ShareProofs>();
        services.AddScoped<AccessionDesk>();
        services.AddScoped<DepartureDesk>();
        services.AddScoped<InterestDesk>();
        services.AddScoped<WorkHandovers>();
        services.AddScoped<CaseEvents>();
        services.AddScoped<RecordDesk>();
        services.AddScoped<PlanRecords>();
        services.AddScoped<PlanReader>();
        services.AddScoped<PlanDesk>();
        services.AddScoped<Certificates>();
        services.AddScoped<TransferDesk>();
        services.AddScoped<BreachRegister>();
        services.AddScoped<PersonFree>();
        services.AddScoped<TaskTickets>();
        services.AddScoped<CoordinationDesk>();
        services.AddScoped<MeetingDesk>();
        return services;
    }

    /// <summary>Adds what the installation does by itself, as a role that can do nothing else. Any number of portals may do it beside each other.</summary>
    /// <param name="services">The host's services, with those of <see cref="AddPortalData"/>.</param>
    /// <param name="connection">Connection string of <c>pga_taken</c>.</param>
    public static IServiceCollection AddPortalJobs(this IServiceCollection services, string connection)
    {
        services.AddSingleton(_ => new JobDatabase(connection));
        services.AddSingleton<LogSealer>();
        services.AddSingleton<LogParts>();
        services.AddScoped<CaseClock>();
        services.AddSingleton<DestroyedRound>();
        return services;
    }
}
