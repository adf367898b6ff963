using Npgsql;

namespace CotnvPga.Data.Tests.Catalogue;

/// <summary>
/// What the database's own catalogue must say, read as it is after all migrations. Each rule gives what breaks it. Whoever adds a table gets it
/// protected, or writes down here why it holds nothing of a case.
/// </summary>
public static class CatalogueRules
{
    /// <summary>Tables that the portal may read without row-level security, and why nothing of a case is in them.</summary>
    private static readonly Dictionary<string, string> WithoutCases = new(StringComparer.Ordinal)
    {
        ["toegang.masker"] = "The engine's answers, by the hash of their bytes: the same for everybody.",
        ["toegang.concept"] = "Sealed by the portal for one account and one form; the key of a row tells neither.",
        ["delen.bewijs"] = "Codes of the vocabulary only: no case, no person, not who asked.",
        ["telling.gebied"] = "In which area a municipality lies.",
    };

    /// <summary>Schemas of which no table holds anything of a case, and why.</summary>
    private static readonly Dictionary<string, string> SchemasWithoutCases = new(StringComparer.Ordinal)
    {
        ["proces"] = "The rule data, as it stands in convenant/.",
        ["kennis"] = "Articles that come with the portal.",
        ["identiteit"] = "Accounts and memberships: who works here, not about whom.",
    };

    /// <summary>What the portal's role may do beside reading and adding; a table that is not here is only read and added to.</summary>
    private static readonly Dictionary<string, string> MayChange = new(StringComparer.Ordinal)
    {
        ["zaak.herhaling"] = "UPDATE",
        ["toegang.concept"] = "UPDATE DELETE",
        ["agenda.punt"] = "DELETE",
    };

    /// <summary>The roles with a login, and the tables that one may do something with that is not the portal's; with what.</summary>
    private static readonly Dictionary<string, string[]> OtherRoles = new(StringComparer.Ordinal)
    {
        ["pga_taken"] = ["zaak.stap INSERT"],
        ["pga_controle"] = [],
        ["pga_statistiek"] = ["telling.tellingen SELECT"],
    };

    /// <summary>Tables with something of a case that are not under row-level security for everybody.</summary>
    public static async Task<IReadOnlyList<string>> UnprotectedAsync(string connection)
    {
        var open = await ListAsync(connection, """
            select format('%s.%s', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and not (c.relrowsecurity and c.relforcerowsecurity)
            """);
        return [.. open.Where(t => !WithoutCases.ContainsKey(t) && !SchemasWithoutCases.ContainsKey(t.Split('.')[0]))];
    }

    /// <summary>Columns that belong to a case, in a table that is said to hold none.</summary>
    public static async Task<IReadOnlyList<string>> MisplacedAsync(string connection)
    {
        var columns = await ListAsync(connection, """
            select format('%s.%s %s', n.nspname, c.relname, a.attname) from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and a.attnum > 0 and not a.attisdropped
              and not (c.relrowsecurity and c.relforcerowsecurity)
              and (a.attname in ('signaal_id', 'gegeven_id', 'zaak', 'zaak_id', 'waarde_versleuteld', 'bsn') or exists (
                select from pg_constraint f join pg_class d on d.oid = f.confrelid join pg_namespace dn on dn.oid = d.relnamespace
                where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey) and dn.nspname = 'zaak'))
            """);
        return columns;
    }

    /// <summary>Policies that let the portal's role see or write rows of a case without asking for a ticket.</summary>
    public static Task<IReadOnlyList<string>> WithoutTicketAsync(string connection) => ListAsync(connection, """
        select format('%s: %s', p.polrelid::regclass, p.polname) from pg_policy p
        where not (p.polroles = array[(select oid from pg_roles where rolname = 'pga_owner')])
          -- Whoever reads or writes must have shown a ticket; a policy that goes through another table's policy asks for it there.
          and coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) !~ 'toegang\.|EXISTS \( SELECT'
          -- What municipalities declared is public; a refused act is written by whoever it is refused to.
          and format('%s: %s', p.polrelid::regclass, p.polname) not in ('toetreding.verklaring: lezen', 'keten.poging: schrijven')
        """);

    /// <summary>Rights on tables that are wider than the work asks.</summary>
    public static async Task<IReadOnlyList<string>> TooWideAsync(string connection)
    {
        var found = new List<string>();
        var grants = await ListAsync(connection, """
            select format('%s %s.%s %s', g.grantee, g.table_schema, g.table_name, g.privilege_type) from information_schema.role_table_grants g
            where g.grantee <> 'pga_owner' and g.table_schema !~ '^pg_' and g.table_schema <> 'information_schema'
              and exists (select from pg_class c where c.oid = to_regclass(format('%I.%I', g.table_schema, g.table_name)))
            """);
        foreach (var grant in grants)
        {
            var (role, table, right) = grant.Split(' ') switch { var parts => (parts[0], parts[1], parts[2]) };
            if (role == "pga_app" && !SchemasWithoutCases.ContainsKey(table.Split('.')[0]))
            {
                if (right is not ("SELECT" or "INSERT") && !MayChange.GetValueOrDefault(table, "").Split(' ').Contains(right))
                    found.Add(grant);
            }
            else if (role == "pga_app" && table.StartsWith("proces.", StringComparison.Ordinal))
            {
                if (right != "SELECT")
                    found.Add(grant);
            }
            else if (role != "pga_app" && !OtherRoles.GetValueOrDefault(role, []).Contains($"{table} {right}"))
                found.Add(grant);
        }
        return found;
    }

    /// <summary>Roles that see past the policies, that are a member of another, or that own something they should not.</summary>
    public static Task<IReadOnlyList<string>> RolesAsync(string connection) => ListAsync(connection, """
        select format('%s may more than its work', r.rolname) from pg_roles r
        where r.rolname like 'pga\_%' and r.rolname <> 'pga_beheer' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
        union all
        select format('%s is a member of %s', m.member::regrole, m.roleid::regrole) from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname like 'pga\_%'
        union all
        select format('%s owns %s', r.rolname, c.oid::regclass) from pg_class c join pg_roles r on r.oid = c.relowner
        where r.rolname in ('pga_app', 'pga_taken', 'pga_controle', 'pga_statistiek')
        union all
        select format('%s may make things in %s', r.rolname, n.nspname) from pg_namespace n cross join pg_roles r
        where r.rolname in ('pga_app', 'pga_taken', 'pga_controle', 'pga_statistiek') and n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create')
        union all
        select format('%s is not there', v.role) from (values ('pga_owner'), ('pga_app'), ('pga_taken'), ('pga_controle'), ('pga_statistiek')) v(role)
        where not exists (select from pg_roles r where r.rolname = v.role)
        """);

    /// <summary>Functions that everybody may call, or that run as the owner with a path that the caller chooses; views that read past the policies.</summary>
    public static Task<IReadOnlyList<string>> FunctionsAndViewsAsync(string connection) => ListAsync(connection, """
        select format('%s is open to all', p.oid::regprocedure) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('zaak', 'toegang', 'keten', 'telling', 'toezicht', 'landelijk', 'coordinatie', 'agenda', 'toetreding', 'delen')
          and p.prorettype <> 'trigger'::regtype and has_function_privilege('public', p.oid, 'execute')
          -- What only counts with what it is given tells nothing.
          and p.prosecdef
        union all
        select format('%s runs as its owner with a path of the caller', p.oid::regprocedure) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspname !~ '^pg_' and not exists (select from unnest(coalesce(p.proconfig, '{}')) c where c like 'search_path=%')
        union all
        select format('%s reads past the policies', c.oid::regclass) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and has_table_privilege('pga_app', c.oid, 'select')
          and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false) and n.nspname <> 'proces'
        """);

    /// <summary>References to a case, or to a row of one, that cannot be followed from the other side without reading the whole table.</summary>
    public static Task<IReadOnlyList<string>> WithoutIndexAsync(string connection) => ListAsync(connection, """
        select format('%s (%s)', c.conrelid::regclass, a.attname) from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] join pg_class d on d.oid = c.confrelid join pg_namespace n on n.oid = d.relnamespace
        where c.contype = 'f' and cardinality(c.conkey) = 1 and n.nspname = 'zaak' and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
        """);

    private static async Task<IReadOnlyList<string>> ListAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync())
            found.Add(reader.GetString(0));
        return found;
    }
}
