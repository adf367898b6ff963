using System.Security.Cryptography;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Recognition;
using CotnvPga.Domain;
using CotnvPga.Domain.Recognition;
using CotnvPga.TestHost.Cases;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Keys;

/// <summary>The key that wraps the keys of cases is replaced while everybody goes on working, and the old one then opens nothing any more.</summary>
public sealed class KeyRotationTests : KeyFolderTest
{
    [Fact]
    public async Task Cases_are_read_and_made_before_during_and_after_it_without_a_restart()
    {
        var files = new WrappingKeyFiles(Folder);
        var first = await Table.InWeighing(Item("waarneming", "Eerste."));
        var stale = KeyFolder.OpenOrCreate(Folder);
        files.Use(files.Prepare());
        await ReadsAsync(first, "Eerste.");
        var second = await Table.InWeighing(Item("waarneming", "Tweede."));
        (await CountAsync()).Count.ShouldBe(2, "one case under each key");

        var working = Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await ReadsAsync(first, "Eerste.");
                await ReadsAsync(await Table.InWeighing(Item("waarneming", $"Onder het werk {i}.")), $"Onder het werk {i}.");
            }
        });
        for (var i = 0; i < 5; i++)
            await new KeyRotation(World.Database.OwnerConnection, KeyFolder.OpenOrCreate(Folder)).RunAsync(default);
        await working;
        (await CountAsync()).Keys.ShouldBe([stale.Wrapping.Current.Id], "also a portal that opened the folder before sees the key that wraps now");

        foreach (var old in files.Others())
            files.Remove(old, null);
        await ReadsAsync(first, "Eerste.");
        await ReadsAsync(second, "Tweede.");
    }

    [Fact]
    public async Task A_key_that_was_wrapped_before_opens_with_the_old_key_only()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var before = await Wrapped();
        var files = new WrappingKeyFiles(Folder);
        files.Use(files.Prepare());
        var keys = KeyFolder.OpenOrCreate(Folder);
        (await new KeyRotation(World.Database.OwnerConnection, keys).RunAsync(default)).ShouldBe(1);
        CaseKey.Unwrap(id, before, keys).Dispose();
        (await new KeyRotation(World.Database.OwnerConnection, keys).RunAsync(default)).ShouldBe(0, "nothing is left to wrap");

        var escrow = Path.Combine(Folder, "bewaard");
        files.Remove(files.Others().ShouldHaveSingleItem(), escrow);
        Should.Throw<CryptographicException>(() => CaseKey.Unwrap(id, before, keys));
        CaseKey.Unwrap(id, await Wrapped(), keys).Dispose();
        Directory.EnumerateFiles(escrow).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_is_the_same_person_is_still_known_after_it_and_not_to_be_laid_beside_another_municipality()
    {
        var first = await Table.InWeighing(Item("achternaam", "Jansen"), Item("geboortedatum", "2007"));
        var elsewhere = new CaseTable(World, "9902");
        await elsewhere.InWeighing(Item("achternaam", "Jansen"), Item("geboortedatum", "2007"));
        (await AsSuperuser("select count(distinct teken) from zaak.persoonsteken where soort = 'naam'")).ShouldBe(2L);

        var files = new WrappingKeyFiles(Folder);
        files.Use(files.Prepare());
        await new KeyRotation(World.Database.OwnerConnection, KeyFolder.OpenOrCreate(Folder)).RunAsync(default);
        var second = await Table.InWeighing(Item("achternaam", "Jansen"), Item("geboortedatum", "2007"));
        var found = Done(await World.Do<RecognitionDesk, Result<IReadOnlyList<KnownHere>>>(d => d.FindAsync(Table.Om, second, null, default)));
        found.ShouldHaveSingleItem().Id.ShouldBe(first);
    }

    [Fact]
    public async Task Hashes_of_before_become_those_of_the_municipality_once()
    {
        var keys = KeyFolder.OpenOrCreate(Folder);
        var first = await WithNumberAsync("999990019");
        // As a portal of before wrote it: the same in every municipality.
        var before = Convert.ToHexString(keys.Recognise("persoon/bsn", "999990019"));
        await AsSuperuser($"update zaak.persoonsteken set teken = '\\x{before}', per_gemeente = null");
        await CaseWorld.MigrateAsync(World.Database, keys);
        await CaseWorld.MigrateAsync(World.Database, keys);
        var second = await WithNumberAsync("999990019");
        Done(await World.Do<RecognitionDesk, Result<IReadOnlyList<KnownHere>>>(d => d.FindAsync(Table.Om, second, null, default))).ShouldHaveSingleItem().Id.ShouldBe(first);
    }

    private async Task<SignalId> WithNumberAsync(string number)
    {
        var id = await Table.InWeighing(Item("waarneming", "Gezien."));
        Done(await Table.Add(Table.Burgemeester, id, Item("bsn", number)));
        return id;
    }

    private async Task ReadsAsync(SignalId id, string text) => Done(await Table.Open(Table.Om, id)).Items.Select(i => i.Value).ShouldContain(text);

    private Task<IReadOnlyDictionary<string, long>> CountAsync() => new KeyRotation(World.Database.OwnerConnection, KeyFolder.OpenOrCreate(Folder)).CountAsync(default);

    private async Task<byte[]> Wrapped() => (byte[])(await AsSuperuser("select ingepakt from zaak.sleutel"))!;
}
