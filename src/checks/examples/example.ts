/** Which side a line of an example is on: wrong, right, or both. */
export type Sign = ' ' | '-' | '+';

export interface ExampleLine {
  readonly sign: Sign;
  readonly text: string;
}

export interface ExampleFile {
  readonly name: string;
  readonly lines: readonly ExampleLine[];
}

/** Files that have a problem, and the same without it, as one difference. */
export type Example = readonly ExampleFile[];

const GROUPS: Readonly<Record<string, string>> = {
  AuthorizationPolicy: 'security.istio.io/v1',
  PeerAuthentication: 'security.istio.io/v1',
  RequestAuthentication: 'security.istio.io/v1',
  Telemetry: 'telemetry.istio.io/v1',
  EnvoyFilter: 'networking.istio.io/v1alpha3',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  KubernetesGateway: 'gateway.networking.k8s.io/v1',
  ReferenceGrant: 'gateway.networking.k8s.io/v1beta1',
  Deployment: 'apps/v1',
  Namespace: 'v1',
  Pod: 'v1',
  Secret: 'v1',
  Service: 'v1',
  ServiceAccount: 'v1',
};

/**
 * The examples of a text by code. `=== MW0401` begins one, `@Kind [namespace/]name` a resource whose spec follows, `@raw` a
 * document that follows whole, `@file name` another file. Lines begin with `-`, `+` or a space; what comes before an `@` is
 * for all lines of its document. After a `|` stand lines of the metadata.
 */
export function readExamples(text: string): ReadonlyMap<string, Example> {
  const parts = text.split(/^=== (MW\d{4})\n/m).slice(1);
  return new Map(
    parts.flatMap((code, index) => (index % 2 === 0 ? [[code, exampleOf(parts[index + 1] ?? '')]] : [])),
  );
}

/** The files as they are wrong (`-`), or as they are right (`+`). */
export const sideOf = (example: Example, side: '-' | '+'): Record<string, string> =>
  Object.fromEntries(
    example.map(({ name, lines }) => [
      name,
      lines
        .filter(({ sign }) => sign === ' ' || sign === side)
        .map((line) => `${unfolded(line.text)}\n`)
        .join(''),
    ]),
  );

/** Too much to show is told in short: `⟨[ × 3000⟩` stands for so many of what comes first, and `⟨0⟩` for a zero byte. */
const unfolded = (line: string): string =>
  line.includes('⟨')
    ? line
        .replaceAll('⟨0⟩', '\0')
        .replaceAll(/⟨(.+?) × (\d+)⟩/g, (_, what: string, times: string) => what.repeat(Number(times)))
    : line;

function exampleOf(text: string): Example {
  const files: { name: string; lines: ExampleLine[] }[] = [];
  let whole: Sign = ' ';
  let indent = '';
  const file = (name: string) => {
    const next = { name, lines: [] };
    files.push(next);
    return next;
  };
  for (const line of text.split('\n')) {
    const [, sign = '', what, rest = ''] = /^([-+]?)@(\w+) ?(.*)$/.exec(line) ?? [];
    if (what === 'file') file(rest);
    else if (what !== undefined) {
      whole = sign === '-' || sign === '+' ? sign : ' ';
      const { lines } = files.at(-1) ?? file('mesh.yaml');
      if (lines.length > 0) lines.push({ sign: whole, text: '---' });
      indent = what === 'raw' ? '' : '  ';
      if (what !== 'raw') lines.push(...head(what, rest).map((each) => ({ sign: whole, text: each })));
    } else if (line !== '') {
      const own = line.startsWith('-') || line.startsWith('+') ? (line[0] as Sign) : ' ';
      const { lines } = files.at(-1) ?? file('mesh.yaml');
      lines.push({ sign: whole === ' ' ? own : whole, text: (indent + line.slice(1)).trimEnd() });
    }
  }
  return files;
}

function head(kind: string, rest: string): readonly string[] {
  const [place = '', ...metadata] = rest.split(' | ');
  const [name = '', namespace = kind === 'Namespace' ? '' : 'shop'] = place.trim().split('/').toReversed();
  return [
    `apiVersion: ${GROUPS[kind] ?? 'networking.istio.io/v1'}`,
    `kind: ${kind.replace('Kubernetes', '')}`,
    'metadata:',
    `  name: ${name}`,
    ...(namespace ? [`  namespace: ${namespace}`] : []),
    ...metadata.map((line) => `  ${line}`),
    ...(['Namespace', 'Secret', 'ServiceAccount'].includes(kind) ? [] : ['spec:']),
  ];
}
