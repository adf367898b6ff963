using CotnvPga.Data.Knowledge;
using CotnvPga.Data.Migrations;
using CotnvPga.Data.Signals;
using CotnvPga.Identity.Instance;
using CotnvPga.Identity.Storage;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Databases;

namespace CotnvPga.TestHost.Portals;

/// <summary>All schemas that a portal works on, as <c>migrate</c> makes them.</summary>
public static class PortalSchema
{
    /// <summary>Makes the schemas in an empty database, with the keys that every <see cref="TestPortal"/> has.</summary>
    public static async Task ApplyAsync(TestDatabase database, InstanceKind kind)
    {
        await IdentityMigrations.ApplyAsync(database.OwnerConnection, kind);
        await DatabaseMigrations.ApplyAsync(
            database.OwnerConnection, CaseWorld.Convenant, TestKeys.OfCases);
        await AreaCopy.WriteAsync(database.OwnerConnection, MunicipalityFile.Read(Repository.PathOf("convenant")).All, default);
        await KnowledgeCopy.WriteAsync(database.OwnerConnection, KnowledgeFiles.Read(Repository.PathOf("convenant")), default);
    }
}
