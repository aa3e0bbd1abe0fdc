export const HELP = `Meshwright reads Istio traffic configuration, checks it, draws it and edits it without touching anything else.

Usage
  meshwright check FILES... [--format text|json|sarif|github] [--fix]
  meshwright graph FILES... [--format json|mermaid|svg]
  meshwright route FILES... --url URL [--from NAMESPACE | --gateway NAMESPACE] [--format text|json|jsonl]
  meshwright test FILES... [--format text|json|github]
  meshwright load FILES... [--scenario FILE] [--seed N] [--format text|json|csv]
  meshwright diff [BEFORE [AFTER]] [--format text|json|github] [--exit-code]
  meshwright set FILE RESOURCE PATH JSON_VALUE
  meshwright set FILE RESOURCE PATH --delete
  meshwright lesson check PACK... [--format text|json]
  meshwright lesson pack FOLDER FILE.zip

  FILES are YAML files, folders or patterns such as 'mesh/**/*.yaml'; "-" is standard input.
  A meshwright.config.yaml among them, or in a folder above them, is read for its settings.

Commands
  check   Lists problems with their places. Exit code 1 when there are errors.
  graph   Prints who sends traffic where, as JSON, a Mermaid chart or an SVG picture.
  route   Sends a request, without a cluster: where it goes, and why.
  test    Checks what requests must do, as *.expect.yaml files say. Exit code 1 when one does something else.
  load    Sends load, without a cluster: what pools, circuit breakers, retries and failover make of it over time.
  diff    What a change does: to resources, and to requests. BEFORE and AFTER are files, folders or Git revisions.
  set     Sets or deletes one field in place; every other byte stays as it is.
  lesson  Checks lessons as a learner's work is checked, or packs a folder of them into one file.

Options
  --mesh-config FILE   MeshConfig to work against (check, graph, route, test, load, diff)
  --istio VERSION      the Istio that the files are meant for, such as 1.26 (check, graph, route, test, load, diff); the
                       newest without it
  -h, --help           This text, or that of a command
  -V, --version        The version

Exit codes
  0  done    1  check found errors, an expectation fails, or a lesson cannot be taught as it is,
           or diff --exit-code found that requests come to another end
  2  refused, or called in a way it does not understand
`;

export const COMMAND_HELP: Readonly<Record<string, string>> = {
  check: `meshwright check FILES... [--format text|json|sarif|github] [--severity LEAST] [--ignore CODES] [--fix]
                          [--mesh-config FILE] [--istio VERSION]

Checks the files together, as one workspace. Each line is
  file:line:column severity code message
Lines and columns start at 1. Exit code 0 without errors, 1 with errors, 2 for bad use.

  --format sarif     for code scanning (SARIF 2.1.0)
  --format github    annotations beside the lines of a pull request
  --severity LEAST   only error, or warning and graver, or info and graver, or all (hint)
  --ignore CODES     leaves codes out: MW0201, IST0101, KIA1107; several with commas, or the option again
  --istio VERSION    the Istio that the files are meant for: fields that came later are told of
  --fix              mends slips of spelling, quotes and form in place, where it is certain what was meant;
                     prints what it did, and leaves what is a decision to you.
                     With "-" the mended text goes to standard output, and the problems to standard error.
`,
  graph: `meshwright graph FILES... [--format json|mermaid|svg] [--mesh-config FILE] [--istio VERSION]
                          [--theme light|dark] [--flow down|right] [--transparent]

Prints the nodes and edges that the canvas would draw, or as svg the picture itself, with problems marked.

  --theme, --flow, --transparent   of an svg: its colours, which way requests run, and no ground
`,
  route: `meshwright route FILES... --url URL [--method M] [--header 'K: V']...
                 [--from NAMESPACE[/key=value,...] | --gateway NAMESPACE[/key=value,...]]
                 [--address IP] [--sni S] [--protocol http|h2|grpc|tls|tcp] [--dns-capture]
                 [--mesh-config FILE] [--istio VERSION] [--format text|json|jsonl]
meshwright route FILES... --requests FILE.jsonl [--format jsonl|json|text]

Sends a request through the files as istiod and Envoy would, and prints every step with the line that decided it:
→ taken, · looked at and not taken, ! worth knowing. Exit code 0 wherever it ends, 2 for bad use.

  --url URL          http://host[:port]/path, or without http://, is plaintext; of https:// the caller's sidecar
                     sees no path; tcp://, tls:// and grpc:// say the protocol
  --method M, -X M   GET without it
  --header, -H       as curl takes it; may be repeated
  --from WHO         the namespace of the app that sends, and its pod's labels; "default" without it
  --gateway WHO      arrives at a gateway: the namespace and the labels of its pods
  --address IP       the address that is dialled, where DNS would not say
  --sni S            the name that TLS asks for, where it is not the host
  --protocol P       what is spoken: http, h2 (HTTP/2 in plaintext), grpc, tls, tcp
  --dns-capture      sidecars answer DNS themselves (ISTIO_META_DNS_CAPTURE)
  --requests FILE    many requests, one JSON object a line, as the library's route takes them; "-" is standard input
  --format json      outcome and steps as the library gives them, with file and line

Examples
  meshwright route mesh/ --url http://orders.shop/v2/items --from shop/app=web
  meshwright route mesh/ --url https://shop.example/ --gateway istio-system/istio=ingressgateway
`,
  test: `meshwright test FILES... [--format text|json|github] [--mesh-config FILE] [--istio VERSION] [--dns-capture]

Reads the expectations of all *.expect.yaml files among FILES, sends their requests through the rest of the files, and
says what is not as expected. Exit code 0 when all hold, 1 when one does not or cannot be read, 2 for bad use.

A file of expectations
  expectations:
    - name: Data goes to stable, as /data
      request:
        from: shop            # or {namespace: shop, labels: {app: web}}, or gateway: {namespace: ..., labels: ...}
        url: http://api.example/v2/data
        # method, headers, protocol, sni, address; or host, port and path in place of url
      expect:
        host: api.example     # any of: outcome, status, host, subset, destinations, port, path, scheme, authority, tls,
        subset: stable        # sni, virtualService, rule, timeout, attempts, perTryTimeout, delay, mirrors, location
        path: /data
`,
  load: `meshwright load FILES... [--scenario FILE] [--seed N] [--format text|json|csv]
                [--mesh-config FILE] [--istio VERSION]

Sends what a scenario says through the files, second by second, as Envoy would with what istiod makes of them, and tells
how it was answered, what each endpoint got, which was ejected when, and which field had it happen, with its line. The same
seed gives the same run. Without --scenario all *.load.yaml files among FILES are run. Exit code 0 when each comes to what it
expects, 1 when one does not, 2 for bad use.

  --scenario FILE    the scenario, YAML; "-" is standard input
  --seed N           counts before that of the scenario
  --format json      the whole report, with all series
  --format csv       a line for each slice of time, for a spreadsheet

A scenario
  request: { from: shop, url: http://api.example/data }   # as in *.expect.yaml
  duration: 60s               # callers: 2 for two sidecars, each with pools and ejections of its own; workers: 2 for threads of each
  load:
    rate: 200                 # a second; or concurrency: 20 for clients that wait for each answer; or both
    phases: [{ at: 20s, rate: 800, ramp: 5s }]
    keys: 100                 # different values to hash, for consistentHash
  endpoints:                  # in place of those that the files show
  - { name: eu, count: 2, locality: eu/a, latency: { p50: 20ms, p99: 200ms } }
  - { name: us, locality: us/a, latency: 90ms, concurrency: 50 }
  behaviours:                 # how endpoints behave: latency, connect, errors, answers, concurrency, script
  - where: { endpoint: eu-1 } # or host, locality, labels
    errors: 1%
    script:
    - { from: 10s, to: 40s, answers: 503 }
    - { from: 45s, to: 50s, does: hangs }   # or refuses, unreachable, resets, away
  expect:                     # what the run must come to; all of it, or from: and to: a time
  - { errors: under 1%, while: eu-1 }       # or answered: at least 99%
  - { p99: under 300ms }                    # p50, p90
  - { ejected: eu-1, within: 5s }           # or nobody
  - { tries: at most 1.2 }                  # for each request
  - { locality: us, share: at most 5%, to: 10s }   # of the tries; or endpoint, or answers: 503 UO
`,
  diff: `meshwright diff [BEFORE [AFTER]] [--format text|json|github] [--exit-code]
                [--mesh-config FILE] [--istio VERSION] [--dns-capture]

Compares two states of the files, resource by resource, and sends requests through both: those of all *.expect.yaml
files, those that the rules near the change take, and those just beside the changed rules. Tells which come to another
end, the gravest first: what breaks, what ends elsewhere, what is treated otherwise on its way, what is mended.

  BEFORE, AFTER   a file, a folder or a pattern; else a Git revision: main, HEAD~1, v1.2:mesh/, main:./routes.yaml.
                  A revision without a path is of the path of the other side, or of the current folder.
                  Without AFTER it is the working tree; without both, HEAD against the working tree.
                  Name the folder of the whole mesh: what a rule refers to must be among the files.
  --format json   resources, differences with their requests, and how much was compared
  --format github annotations beside the changed lines of a pull request
  --exit-code     exit with 1 where a request comes to another end, or a file cannot be read now

Exit code 0 otherwise, as git diff does; 2 for bad use. Only what the change can touch is asked, and the last lines say
how much that was. What is not worked out, such as an EnvoyFilter, is named.

Examples
  meshwright diff                          what is not committed yet
  meshwright diff main:mesh/
  meshwright diff main HEAD --exit-code
  meshwright diff old/ new/
`,
  set: `meshwright set FILE RESOURCE PATH JSON_VALUE
meshwright set FILE RESOURCE PATH --delete

Edits one field of FILE in place. With "-" it reads standard input and writes the result to standard output.

  RESOURCE    Kind/namespace/name, or Kind/name where no namespace is written
  PATH        keys joined by dots, [0] for list items, ["a.b/c"] for keys with other characters;
              an index equal to the length appends; missing parents are created
  JSON_VALUE  the new value as JSON: 5, true, '"text"', '{"host":"orders.example"}'

Exit code 0 when the edit was made, 2 when it was refused; then the file is as it was.

Examples
  meshwright set routes.yaml VirtualService/shop/orders spec.http[0].timeout '"5s"'
  meshwright set rule.yaml DestinationRule/orders 'metadata.labels["app.kubernetes.io/name"]' '"orders"'
`,
  lesson: `meshwright lesson check PACK... [--format text|json]
meshwright lesson pack FOLDER FILE.zip

check  Reads lessons and tries each step as the page does: its start must fail at least one of its goals, its solution must
       meet all of them and have no errors. A step without goals is only read. Each line is
         file:line:column message
       Exit code 0 when all can be taught, 1 when one cannot, 2 for bad use.
pack   Checks a folder of lessons and writes it as one file, to be dropped on the page, put beside its index.html and
       opened by #pack=FILE.zip, or handed out. Writes nothing where the check finds something.

  PACK  a lesson (Markdown), a folder with lessons in it, or a zip archive of such a folder.
        docs/lessons.md tells how lessons are written.

Examples
  meshwright lesson check lessons/ 'one more.lesson.md'
  meshwright lesson pack lessons/ class.zip
`,
};
