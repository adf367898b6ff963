# Builds the portal and the command line into $state/programma. Sourced by ./run and deploy/cluster, after tools.sh.

build_programs() {
    unless_same programma "$(checksum_of src Directory.*.props global.json; cat "$state/stempel-opmaak" 2>/dev/null)" publish_programs
}

publish_programs() {
    say "Het portaal wordt gebouwd; de eerste keer duurt dit enkele minuten …"
    rm -rf "$state/programma"
    publish Portal
    say "De opdrachtregel wordt gebouwd …"
    publish Cli
}

# Without the build servers that dotnet otherwise leaves running.
publish() {
    quietly dotnet publish "src/CotnvPga.$1" -c Release -v q --nodereuse:false \
        -p:UseSharedCompilation=false -o "$state/programma/${1,,}"
}
