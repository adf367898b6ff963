using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CotnvPga.Architecture.Tests.Assemblies;

/// <summary>What a compiled project uses of others: assemblies, types and members, as the compiler wrote them down.</summary>
public sealed class AssemblyUses
{
    private AssemblyUses(string name, HashSet<string> assemblies, HashSet<string> members) => (Name, Assemblies, Members) = (name, assemblies, members);

    /// <summary>Name of the assembly itself.</summary>
    public string Name { get; }

    /// <summary>Names of the assemblies that it refers to.</summary>
    public IReadOnlySet<string> Assemblies { get; }

    /// <summary>Types (<c>System.IO.File</c>) and members (<c>System.DateTime.get_Now</c>) of others that it uses.</summary>
    public IReadOnlySet<string> Members { get; }

    /// <summary>Reads the compiled assembly that stands beside these tests.</summary>
    public static AssemblyUses Of(string name)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.ToDictionary(handle => handle, handle =>
        {
            var type = metadata.GetTypeReference(handle);
            return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
        });
        var members =
            from handle in metadata.MemberReferences
            let member = metadata.GetMemberReference(handle)
            where member.Parent.Kind == HandleKind.TypeReference
            select $"{types[(TypeReferenceHandle)member.Parent]}.{metadata.GetString(member.Name)}";
        var assemblies = metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name));
        return new(name, [.. assemblies], [.. types.Values, .. members]);
    }

    /// <summary>The uses that begin with one of the given names.</summary>
    public IEnumerable<string> Among(params string[] names) =>
        Assemblies.Concat(Members).Where(use => names.Any(name => use == name || use.StartsWith(name + ".", StringComparison.Ordinal)));
}
