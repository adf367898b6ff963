using System.Text.Json;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Logging;
using CotnvPga.Convenant.Process;
using Npgsql;

namespace CotnvPga.Data.Migrations;

/// <summary>Writes the process data into schema <c>proces</c>, so that the triggers test against the same source as the code.</summary>
internal static class ProcessCopy
{
    public static async Task WriteAsync(NpgsqlConnection connection, CompiledConvenant convenant, CancellationToken cancel)
    {
        var process = convenant.Process;
        var circumstances = convenant.CodesOf("omstandigheid");
        await using var batch = new NpgsqlBatch(connection);
        for (var bit = 0; bit < circumstances.Count; bit++)
        {
            Add(batch, "insert into proces.omstandigheid (code, bit) values ($1, $2) on conflict (code) do update set bit = excluded.bit", circumstances[bit], (short)bit);
        }
        Add(batch, "delete from proces.uitkomst");
        Add(batch, "delete from proces.start");
        Add(batch, "delete from proces.getal_per_uitgave");
        Add(batch, "delete from proces.nevenstap_fase");
        Add(batch, "delete from proces.lidmaatschap");
        Add(batch, "delete from proces.bericht_bij");
        Add(batch, "delete from proces.stuk");
        foreach (var step in process.Steps.Concat(process.Acts))
        {
            Add(batch,
                """
                insert into proces.stap (code, wijze, partijen, met, vereist, geeft, na) values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (code) do update set wijze = excluded.wijze, partijen = excluded.partijen, met = excluded.met,
                  vereist = excluded.vereist, geeft = excluded.geeft, na = excluded.na
                """,
                step.Code, Manner(step.Manner), step.Parties.ToArray(), step.AnyOf.ToArray(), step.Needs.ToArray(), step.Grants.ToArray(), step.AlsoProcess);
        }
        foreach (var step in process.Steps)
        {
            foreach (var phase in step.From)
            {
                var outcomes = step.Outcomes.Count > 0 ? step.Outcomes : [new StepOutcome(phase, [])];
                for (var i = 0; i < outcomes.Count; i++)
                {
                    Add(batch, "insert into proces.uitkomst (stap, van, volgorde, naar, wanneer) values ($1, $2, $3, $4, $5)",
                        step.Code, phase, i, outcomes[i].Phase, outcomes[i].When.ToArray());
                }
            }
        }
        foreach (var act in process.Acts)
        {
            foreach (var phase in act.From)
                Add(batch, "insert into proces.nevenstap_fase (stap, fase) values ($1, $2)", act.Code, phase);
        }
        foreach (var happening in process.Notifications.SelectMany(n => n.When).Distinct())
            Add(batch, "insert into proces.bericht_bij (gebeurtenis) values ($1)", happening);
        foreach (var membership in process.Memberships.Values)
            Add(batch, "insert into proces.lidmaatschap (partij, belangen) values ($1, $2)", membership.Party, membership.InterestsKeptBy.ToArray());
        foreach (var start in process.Starts)
        {
            foreach (var party in start.Parties)
            {
                Add(batch, "insert into proces.start (partij, fase, wordt, geadresseerden, geadresseerde_wordt) values ($1, $2, $3, $4, $5)",
                    party, start.Phase, start.Becomes.ToArray(), start.Addressees.ToArray(), start.AddresseeBecomes.ToArray());
            }
        }
        foreach (var record in process.Records)
        {
            Add(batch,
                """
                insert into proces.stuk (code, wijze, partijen, met, fasen, lezers, bij, sluit, versies, vereist, alleen_geadresseerden, bevriest, vraagt_zetel,
                  langs, bewaart, schort_op, niet_zolang, toetsers, houdt_tegen)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                """,
                record.Code, Manner(record.Step.Manner), record.Step.Parties.ToArray(), record.Step.AnyOf.ToArray(), record.Step.From.ToArray(),
                record.Readers.ToArray(), record.About.ToArray(), record.Closes, record.Replaces, record.Step.Needs.ToArray(), record.OnlyAddressees,
                record.Freezes, record.AsksSeat, record.Via, record.Keeps, record.Suspends, record.NotWhile.ToArray(), record.Reviewers.ToArray(), record.HoldsBack);
        }
        AddRegisters(batch, process);
        Add(batch, "delete from proces.verwerking");
        foreach (var processing in process.Processings)
            Add(batch, "insert into proces.verwerking (code, opnieuw_in) values ($1, $2)", processing.Code, processing.Restarts.ToArray());
        Add(batch, "delete from proces.lopend");
        foreach (var running in process.Running)
        {
            foreach (var (party, phase) in running.Parties.SelectMany(party => running.Phases, (party, phase) => (party, phase)))
            {
                Add(batch, "insert into proces.lopend (partij, fase, wordt, betrokken, weging) values ($1, $2, $3, $4, $5)",
                    party, phase, running.Becomes.ToArray(), running.SeatsParties, running.NeedsWeighing);
            }
        }
        foreach (var term in process.Terms.Values)
            AddNumber(batch, "", term);
        foreach (var edition in convenant.Editions.Where(e => e.Key.Length > 0))
        {
            foreach (var term in edition.Terms.Values.Where(t => t.Value != process.Terms[t.Code].Value || t.Unit != process.Terms[t.Code].Unit))
                AddNumber(batch, edition.Key, term);
        }
        await batch.ExecuteNonQueryAsync(cancel);
    }

    private static void AddRegisters(NpgsqlBatch batch, ProcessModel process)
    {
        Add(batch, "delete from proces.register_stuk");
        foreach (var (register, form) in process.Registers.SelectMany(r => r.Forms, (r, f) => (r, f)))
        {
            Add(batch,
                "insert into proces.register_stuk (code, register, maakt, leest, bij, sluit, versies, iemand_anders, vereist, geldt_van, niet_na) values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11)",
                form.Code, register.Code, form.By.ToArray(), form.Readers.ToArray(), form.Record.About.ToArray(), form.Record.Closes, form.Record.Replaces, form.ByAnother,
                JsonSerializer.Serialize(form.Needs.Select(any => any.Select(n => new { stuk = n.Form, uitkomst = n.Outcome }))),
                form.From, form.NotAfter.ToArray());
        }
        Add(batch, "delete from proces.logvlag");
        foreach (var flag in process.LogFlags)
        {
            Add(batch, "insert into proces.logvlag (code, soort, meer_dan, regels, uren, van, tot, weekend) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                flag.Code, flag.Kind == LogFlagKind.EigenNaam ? "eigen_naam" : flag.Kind.ToString().ToLowerInvariant(), flag.Most, flag.CountsLines, flag.Hours, flag.From, flag.To, flag.Weekend);
        }
    }

    private static void AddNumber(NpgsqlBatch batch, string edition, ParameterDefinition term) =>
        Add(batch, "insert into proces.getal_per_uitgave (code, uitgave, waarde, eenheid) values ($1, $2, $3, $4)", term.Code, edition, term.Value, term.Unit);

    private static string Manner(StepManner manner) => manner == StepManner.TweePersonen ? "twee_personen" : manner.ToString().ToLowerInvariant();

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }
}
