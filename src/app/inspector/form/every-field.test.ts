import { describe, expect, it } from 'vitest';
import {
  MODELLED_KINDS,
  newestApiVersion,
  schemaOf,
  type Field,
  type ModelledKind,
  type ObjectField,
} from '../../../istio/index.ts';
import { formatPath, type Path, type YamlValue } from '../../../yaml/index.ts';
import { openForm } from './form.testkit.ts';

interface Leaf {
  readonly path: Path;
  readonly field: Field;
}

/** Every input that the forms of a kind can have: the first item of each list, one key of each map. */
function* leaves(field: Field, path: Path): Generator<Leaf> {
  switch (field.kind) {
    case 'object':
      for (const member of field.fields.values()) yield* leaves(member, [...path, member.name]);
      return;
    case 'list':
      yield* leaves(field.item, [...path, 0]);
      return;
    case 'map':
      yield* leaves(field.value, [...path, 'one-key']);
      return;
    default:
      yield { path, field };
  }
}

/** Two different things to type into a field, each with what it means. */
function typed(field: Field): readonly (readonly [text: string, value: YamlValue])[] {
  const asText = (text: string): [string, string] => [text, text];
  switch (field.kind) {
    case 'boolean':
      return [
        ['true', true],
        ['false', false],
      ];
    case 'enum':
      return field.values.slice(0, 2).map(asText);
    case 'integer':
    case 'number': {
      const least = Math.max(field.min ?? 0, 1);
      return [least, least + 1].map((value) => [String(value), value]);
    }
    case 'any':
      return [
        ['{deep: [1, {er: "text"}]}', { deep: [1, { er: 'text' }] }],
        ['[]', []],
      ];
    default:
      return (field.format?.startsWith('duration') ? ['5s', '1m30s'] : ['first-text', 'other/text']).map(
        asText,
      );
  }
}

// Comments and odd spacing stand where they could get lost.
const SPECS: Readonly<Record<ModelledKind, string>> = {
  VirtualService: `spec: # what it does
  hosts: [ shop.example ]   # names
  # in order
  http:
  - name:   first
    route:
    - destination: {host: shop}  # all

  - redirect: {uri: '/old'}  # never edited
`,
  DestinationRule: `spec:
    host:   shop   # four columns
    trafficPolicy:
        loadBalancer: # which
            simple: "RANDOM"

    subsets:
    -   name: one
        labels: {version: 'v1'}
`,
  ServiceEntry: `spec:
  hosts:
  - api.example # the partner
  ports:
  - { number: 443, name: "tls" }

  resolution:   DNS
`,
  Gateway: `spec:
  selector: { istio: gate }
  servers:
    - port: # outside
        number: 443
        name: tls
      hosts: ["*"]
`,
  Sidecar: `spec:
  egress:
  - hosts:
    - "./*"   # ours

`,
  WorkloadEntry: `spec: {address: 10.0.0.1} # one machine
`,
  WorkloadGroup: `spec:
  # machines
  template: {}
`,
  PeerAuthentication: `spec: {}
`,
  AuthorizationPolicy: `spec:
  rules:
  - from:
    - source: {}   # anyone
`,
  RequestAuthentication: `spec:
  jwtRules: []
`,
};

function textOf(kind: ModelledKind): string {
  return `# ${kind}
apiVersion:   ${newestApiVersion(kind) ?? ''}
kind: ${kind}
metadata: {name: one, namespace: shop}   # where

${SPECS[kind]}# the end
---
# not to be touched
a:   1
`;
}

/** The name is changed by renaming, and the kind not at all. */
const elsewhere = new Set(['metadata.name', 'kind']);

describe.each(MODELLED_KINDS)('every field of %s', (kind) => {
  const all = [...leaves(schemaOf(kind) as ObjectField, [])].filter(
    ({ path }) => !elsewhere.has(formatPath(path)),
  );

  it(`is set, changed and removed, and leaves the file as it was (${all.length} fields)`, async () => {
    const before = textOf(kind);
    const page = await openForm(before);
    const wrong: string[] = [];
    for (const { path, field } of all) {
      const stood = page.value(path);
      const complain = (what: string) => wrong.push(`${formatPath(path)} (${field.kind}): ${what}`);
      page.again();
      try {
        for (const [text, value] of typed(field)) {
          page.type(path, text);
          const stands = JSON.stringify(page.value(path));
          if (stands !== JSON.stringify(value)) complain(`typed ${text}, stands ${stands}`);
        }
        page.done(stood === undefined ? page.form.remove(path) : page.form.set(path, stood));
        if (page.text() !== before) complain(`not as before:\n${page.text()}`);
      } catch (error) {
        complain(String(error));
      }
      while (page.text() !== before) page.session.dispatch({ type: 'undo' });
    }
    expect(wrong).toEqual([]);
  }, 180_000);
});
