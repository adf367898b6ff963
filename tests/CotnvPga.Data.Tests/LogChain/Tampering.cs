namespace CotnvPga.Data.Tests.LogChain;

/// <summary>
/// What somebody with every right in the database can do to the log, from a slip in one value to rewriting the rest of the chain so that it
/// fits again. Each is SQL; the numbers are places before the last checkpoint.
/// </summary>
public static class Tampering
{
    private static readonly string[] Changes =
    [
        "partij = partij || 'x'", "account = gen_random_uuid()", "op = op + interval '1 microsecond'", "handeling = 'verzonnen'", "doel = 'verzonnen'",
        "grondslagen = grondslagen || 'wet-pga:99'::text", "gegeven_id = gen_random_uuid()", "signaal_id = gen_random_uuid()", "aan = 'verzonnen'", "regel = regel || ' '",
        "convenant = md5(convenant)", "verzoek = 'x'", "gemeente = coalesce(gemeente, '') || '9'", "bewijs = '{\"a\": null}'", "categorie = null, verstrekker = null, regel = 'anders'",
        "vervangt = gen_random_uuid()", "id = id + 1000000",
    ];

    private const string Rehash = "update keten.blad b set hash = sha256('\\x00'::bytea || convert_to(coalesce(keten.woorden(b.bron, b.bron_id), ''), 'UTF8')) where b.hash is distinct from sha256('\\x00'::bytea || convert_to(coalesce(keten.woorden(b.bron, b.bron_id), ''), 'UTF8'));";

    private const string Relink = """
        do $$
        declare r record; vorige bytea := decode(repeat('00', 32), 'hex');
        begin
          for r in select nr, hash from keten.blad order by nr loop
            vorige := sha256(vorige || r.hash);
            update keten.blad set schakel = vorige where nr = r.nr;
          end loop;
        end $$;
        """;

    private const string Renumber = "with n as (select nr, row_number() over (order by nr) - 1 as nieuw from keten.blad) update keten.blad b set nr = 1000000 + n.nieuw from n where n.nr = b.nr; update keten.blad set nr = nr - 1000000;";

    /// <summary>One tampering.</summary>
    /// <param name="random">Chooses.</param>
    /// <param name="covered">How many leaves the last checkpoint knows.</param>
    public static (string Name, string Sql) Next(Random random, long covered)
    {
        var at = random.NextInt64(covered);
        var other = (at + 1 + random.NextInt64(covered - 1)) % covered;
        var line = $"(select bron_id from keten.blad where nr = {at} and bron = 'inzage')";
        // A place that holds a line of another log moves on to one of who saw what.
        var seen = $"(select bron_id from keten.blad where bron = 'inzage' and nr < {covered} order by abs(nr - {at}) limit 1)";
        var change = $"update zaak.logboek set {Changes[random.Next(Changes.Length)]} where id = {seen};";
        var attempt = "update keten.poging set handeling = handeling || '/x' where id = (select min(id) from keten.poging);";
        var swap = $"update keten.blad set nr = 2000000 where nr = {at}; update keten.blad set nr = {at} where nr = {other}; update keten.blad set nr = {other} where nr = 2000000;";
        var cut = $"delete from zaak.logboek where id in (select bron_id from keten.blad where bron = 'inzage' and nr >= {at}); delete from keten.blad where nr >= {at};";
        var remove = $"delete from zaak.logboek where id = {line}; delete from keten.blad where nr = {at};";
        const string more = "insert into zaak.logboek (signaal_id, partij, handeling, doel, regel, grondslagen, convenant) select gen_random_uuid(), 'om', 'raadplegen', 'x', 'x', '{}', 'x' from generate_series(1, 20);";
        const string oneMore = "insert into zaak.logboek (signaal_id, partij, handeling, doel, regel, grondslagen, convenant) values (gen_random_uuid(), 'om', 'raadplegen', 'x', 'x', '{}', 'x');";
        const string leafOfNew = "insert into keten.blad (nr, bron, bron_id, hash, schakel) select (select max(nr) + 1 from keten.blad), 'inzage', max(id), sha256('x'), sha256('x') from zaak.logboek;";
        return random.Next(18) switch
        {
            0 => ("a line changed", change),
            1 => ("a line changed, with its hash", change + Rehash),
            2 => ("a line changed, with its hash and the chain", change + Rehash + Relink),
            3 => ("a refused act changed", attempt),
            4 => ("a refused act changed, with its hash and the chain", attempt + Rehash + Relink),
            5 => ("a line deleted", $"delete from zaak.logboek where id = {seen};"),
            6 => ("a line deleted, with its hash and the chain", $"delete from zaak.logboek where id = {seen};" + Rehash + Relink),
            7 => ("a line and its leaf deleted", remove),
            8 => ("a line and its leaf deleted, the rest moved up and linked", remove + Renumber + Relink),
            9 => ("two leaves exchanged", swap),
            10 => ("two leaves exchanged and linked", swap + Relink),
            11 => ("the end cut off", cut),
            12 => ("the end cut off and something else written", "set local session_replication_role = origin;" + more + "set local session_replication_role = replica;" + cut + "select keten.verzegel(100000);"),
            13 => ("a line put in past the triggers", more),
            14 => ("a line put in the middle, the rest moved and linked", oneMore + leafOfNew + $"update keten.blad set nr = nr + 3000000 where nr >= {at} and nr < (select max(nr) from keten.blad); update keten.blad set nr = {at} where nr = (select max(nr) from keten.blad where nr < 3000000) and nr >= {at}; update keten.blad set nr = nr - 2999999 where nr >= 3000000;" + Rehash + Relink),
            15 => ("a hash changed", $"update keten.blad set hash = sha256(hash) where nr = {at};"),
            16 => ("a link changed", $"update keten.blad set schakel = sha256(schakel) where nr = {at};"),
            _ => ("two leaves told of each other's line", $"update keten.blad set bron_id = -1 - bron_id where nr in ({at}, {other}); update keten.blad b set bron = o.bron, bron_id = -1 - o.bron_id from keten.blad o where (b.nr = {at} and o.nr = {other}) or (b.nr = {other} and o.nr = {at});"),
        };
    }
}
