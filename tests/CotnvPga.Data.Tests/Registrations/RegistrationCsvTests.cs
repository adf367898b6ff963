using System.Text;
using CotnvPga.Data.Registrations;

namespace CotnvPga.Data.Tests.Registrations;

/// <summary>A file that is broken is told about, or read as what it says; it never breaks the reader.</summary>
public sealed class RegistrationCsvTests
{
    private const string Right = "zaak;gegeven;veld;waarde;noodzaak;signaal\r\n2222-3333-4444;;waarneming;\"Zei: \"\"weg\"\";\nen ging.\";Nodig;\r\n;;aanleiding;'=Zorg;;K-1\r\n";
    private static readonly string[] Pieces = ["\"", ";", ",", "\n", "\r", "\0", "'", "=", "\uFEFF", "\u202E", "é", "😀", "zaak;", new string('x', 5_000)];

    [Fact]
    public void A_file_is_read_by_the_names_of_its_columns()
    {
        var lines = RegistrationCsv.Read(Right).Value!;

        lines.Select(l => (l.Case, l.Reference, l.Item.Field, l.Item.Value)).ShouldBe(
            [("2222-3333-4444", null, "waarneming", "Zei: \"weg\";\nen ging."), (null, "K-1", "aanleiding", "=Zorg")]);
        lines[1].At.Wrong("herkomst.vindplaats", "Te lang.").Field.ShouldBe("regel[4].plaats");
    }

    [Fact]
    public void Whatever_is_done_to_a_file_is_read_or_told()
    {
        var chance = new Random(5);
        var (read, told) = (0, 0);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new StringBuilder(Right);
            for (var change = chance.Next(1, 6); change > 0; change--)
            {
                var at = chance.Next(text.Length);
                if (chance.Next(2) == 0)
                    text.Insert(at, Pieces[chance.Next(Pieces.Length)]);
                else
                    text.Remove(at, Math.Min(chance.Next(1, 20), text.Length - at));
            }
            var result = RegistrationCsv.Read(text.ToString());
            if (result.IsDone)
                read++;
            else
                told++;
        }
        read.ShouldBeGreaterThan(100);
        told.ShouldBeGreaterThan(100);
    }
}
