export const HELP = `Meshwright reads Istio traffic configuration, checks it, draws it and edits it without touching anything else.

Usage
  meshwright check FILES... [--format text|json|sarif|github] [--fix]
  meshwright graph FILES... [--format json|mermaid]
  meshwright set FILE RESOURCE PATH JSON_VALUE
  meshwright set FILE RESOURCE PATH --delete

  FILES are YAML files, folders or patterns such as 'mesh/**/*.yaml'; "-" is standard input.
  A meshwright.config.yaml among them, or in a folder above them, is read for its settings.

Commands
  check   Lists problems with their places. Exit code 1 when there are errors.
  graph   Prints who sends traffic where, as JSON or as a Mermaid chart.
  set     Sets or deletes one field in place; every other byte stays as it is.

Options
  --mesh-config FILE   MeshConfig to check and draw against (check, graph)
  --istio VERSION      the Istio that the files are meant for, such as 1.26 (check, graph); the newest without it
  -h, --help           This text, or that of a command
  -V, --version        The version

Exit codes
  0  done    1  check found errors    2  refused, or called in a way it does not understand
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
  --fix              mends in place what has just one way to be mended and loses nothing; prints what it did.
                     With "-" the mended text goes to standard output, and the problems to standard error.
`,
  graph: `meshwright graph FILES... [--format json|mermaid] [--mesh-config FILE] [--istio VERSION]

Prints the nodes and edges that the canvas would draw.
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
};
