using System.Text;
using CotnvPga.Data.Attachments;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Attachments;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Attachments;

/// <summary>A document shows exactly when its item shows, is sealed, leaves a line in the log, and goes with the case.</summary>
public sealed class AttachmentTests : CaseTest
{
    private static readonly NewAttachment Letter = new("Brief van de school.txt", Encoding.UTF8.GetBytes("De leraar schrijft: hij is vaak weg."));

    [Fact]
    public async Task Who_sees_the_item_sees_its_documents_and_gets_their_bytes()
    {
        var (id, item) = await SeenAsync();
        var document = Done(await Add(Table.Burgemeester, item, Letter));

        var shown = Done(await Table.Open(Table.Om, id)).Items.Single(i => i.Id == item).Marks.Attachments.Single();
        (shown.Name, shown.Kind, shown.Size).ShouldBe(("Brief van de school.txt", "txt", Letter.Content.Length));
        var read = Done(await Download(Table.Om, item, document.Id));
        read.Content.ShouldBe(Letter.Content.ToArray());
        (await AsSuperuser("select count(*) from zaak.bijlage where position('leraar' in encode(inhoud, 'escape')) > 0 or position('Brief' in encode(kenmerken, 'escape')) > 0")).ShouldBe(0L);
    }

    [Fact]
    public async Task Each_download_is_one_line_in_the_log()
    {
        var (_, item) = await SeenAsync();
        var document = Done(await Add(Table.Burgemeester, item, Letter));
        var before = await LinesAsync(item);
        Done(await Download(Table.Om, item, document.Id));
        (await LinesAsync(item)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Who_does_not_see_the_item_does_not_see_that_there_is_a_document()
    {
        var (id, item) = await SeenAsync();
        var document = Done(await Add(Table.Burgemeester, item, Letter));
        foreach (var outsider in new[] { Table.College, Table.Reclassering, CaseWorld.Person(Party.Om, "9902") })
            (await Download(outsider, item, document.Id)).Refusal.ShouldBeOfType<NotKnown>();
        Done(await World.Do<ItemDesk, Result<ItemId>>(d => d.ShieldAsync(Table.Burgemeester, item, true, "Loopt een onderzoek.", default)));
        (await Download(Table.Om, item, document.Id)).Refusal.ShouldBeOfType<NotKnown>();
        (await AsPortal("select count(*) from zaak.bijlage")).ShouldBe(0L);
        (await Download(Table.Burgemeester, item, Guid.NewGuid())).Refusal.ShouldBeOfType<NotKnown>();
        id.ShouldNotBe(default);
    }

    [Fact]
    public async Task Only_who_answers_for_the_item_adds_a_document()
    {
        var (_, item) = await SeenAsync();
        (await Add(Table.Om, item, Letter)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Add(Table.Burgemeester, item, Letter with { Name = "Brief.pdf" })).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("naam");
        (await Add(Table.Burgemeester, item, new NewAttachment("", default))).Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field).ShouldBe(["naam", "inhoud"]);
    }

    [Fact]
    public async Task A_document_goes_with_its_case()
    {
        var (id, item) = await SeenAsync();
        Done(await Add(Table.Burgemeester, item, Letter));
        await AsSuperuser($"select zaak.vernietig('{id}', 'toets')");
        (await AsSuperuser("select count(*) from zaak.bijlage")).ShouldBe(0L);
    }

    private async Task<(SignalId Case, ItemId Item)> SeenAsync()
    {
        var id = await Table.InWeighing(Item("waarneming", "Vaak weg.", supplier: "burgemeester"));
        return (id, Done(await Table.Open(Table.Om, id)).Items.Single(i => i.Field == "waarneming").Id);
    }

    private Task<Result<AttachmentLine>> Add(Actor actor, ItemId item, NewAttachment sent) => World.Do<AttachmentDesk, Result<AttachmentLine>>(d => d.AddAsync(actor, item, sent, default));

    private Task<Result<StoredAttachment>> Download(Actor actor, ItemId item, Guid document) =>
        World.Do<AttachmentDesk, Result<StoredAttachment>>(d => d.DownloadAsync(actor, item, document, null, default));

    private async Task<long> LinesAsync(ItemId item) => (long)(await AsSuperuser($"select count(*) from zaak.logboek where gegeven_id = '{item}' and handeling = 'raadplegen'"))!;
}
