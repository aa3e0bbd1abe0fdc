import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, type TextFile } from '../../text/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';
import { lessonFiles } from '../course/index.ts';
import { CART, ROUTES } from '../lesson.testkit.ts';
import { readLesson } from '../read/read-lesson.ts';
import { statesOf } from '../states.ts';
import { demonstration } from './demonstration.ts';

const file = (text: string, path = 'mesh.yaml'): TextFile => ({ path, text });
const sentences = (before: string, after: string): readonly string[] =>
  demonstration([file(before)], [file(after)]).map(({ sentence }) => sentence);
const apply = (files: readonly TextFile[], solution: readonly TextFile[]): readonly TextFile[] =>
  applyChanges(
    files,
    demonstration(files, solution).map(({ change }) => change),
  ).files;
const sorted = (files: readonly TextFile[]) => files.toSorted((a, b) => (a.path < b.path ? -1 : 1));

const POLICY = `# How to connect.
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: cart
  namespace: shop
spec:
  host: cart
  trafficPolicy:
    tls:
      mode: SIMPLE # as agreed
`;

describe('show me', () => {
  it('says each field that is changed, and where to look', () => {
    const after = POLICY.replace('SIMPLE', 'MUTUAL').replace(
      'host: cart',
      'host: cart.shop.svc.cluster.local',
    );
    expect(
      demonstration([file(POLICY)], [file(after)]).map(({ sentence, look }) => ({ sentence, look })),
    ).toEqual([
      {
        sentence: 'Change `spec.host` to `cart.shop.svc.cluster.local` in the DestinationRule cart.',
        look: { resource: 'DestinationRule/shop/cart', path: ['spec', 'host'] },
      },
      {
        sentence: 'Change `spec.trafficPolicy.tls.mode` to `MUTUAL` in the DestinationRule cart.',
        look: { resource: 'DestinationRule/shop/cart', path: ['spec', 'trafficPolicy', 'tls', 'mode'] },
      },
    ]);
  });

  it('writes a new resource part by part', () => {
    expect(sentences(CART, `${CART}---\n${ROUTES}`)).toEqual([
      'Add the VirtualService cart.',
      'Add `spec.http` in the VirtualService cart.',
    ]);
  });

  it('removes what the solution does without', () => {
    expect(sentences(`${ROUTES}---\n${POLICY}`, ROUTES)).toEqual(['Remove the DestinationRule cart.']);
    expect(sentences(POLICY, POLICY.replace(/ {2}trafficPolicy[\s\S]*/, ''))).toEqual([
      'Remove `spec.trafficPolicy` in the DestinationRule cart.',
    ]);
  });

  it('follows a renamed resource', () => {
    expect(sentences(POLICY, POLICY.replace('name: cart', 'name: basket'))).toEqual([
      'Change `metadata.name` to `basket` in the DestinationRule basket.',
    ]);
  });

  it('tells settings and files by the file', () => {
    const settings = (mode: string) =>
      file(`meshConfig:\n  outboundTrafficPolicy:\n    mode: ${mode}\n`, 'meshwright.config.yaml');
    const steps = demonstration(
      [settings('ALLOW_ANY'), file('a: 1\n', 'old.yaml')],
      [settings('REGISTRY_ONLY'), file(POLICY, 'new.yaml')],
    );
    expect(steps.map(({ sentence }) => sentence)).toEqual([
      'Change `meshConfig.outboundTrafficPolicy.mode` to `REGISTRY_ONLY` in meshwright.config.yaml.',
      'Add the DestinationRule cart.',
      'Add `spec.trafficPolicy` in the DestinationRule cart.',
      'Remove the file old.yaml: the solution does without it.',
    ]);
    expect(steps.map(({ change }) => change.kind)).toEqual(['edit', 'create', 'edit', 'delete']);
  });

  it('takes comments along with what they stand at', () => {
    expect(
      sentences(POLICY, POLICY.replace('# How to connect.', '# How.').replace('SIMPLE', 'MUTUAL')),
    ).toHaveLength(1);
    expect(sentences(POLICY, POLICY.replace('# How to connect.', '# How.'))).toEqual([
      'Bring mesh.yaml into shape: comments and layout only.',
    ]);
  });

  it('has nothing to show where it is solved', () => {
    expect(demonstration([file(POLICY)], [file(POLICY)])).toEqual([]);
  });
});

describe('the course', async () => {
  const steps = (await lessonFiles()).flatMap((text) => {
    const { lesson } = readLesson(text);
    return (lesson ? statesOf(lesson) : []).map((state, index) => ({
      ...state,
      at: `${text.path} ${index + 1}`,
    }));
  });

  it.each(steps)('is shown in small edits, all of which can be read: $at', ({ start, solved }) => {
    let files = start;
    for (const { change, sentence } of demonstration(start, solved)) {
      files = applyChanges(files, [change]).files;
      expect([sentence, brokenIn(files)]).toEqual([sentence, 0]);
    }
    expect(sorted(files)).toEqual(sorted(solved));
  });
});

const brokenIn = (files: readonly TextFile[]): number =>
  files.flatMap(({ text }) =>
    splitDocuments(text).filter((slice) => parseDocument(slice.text).problems.length),
  ).length;

describe('whatever the files are', () => {
  const documents = [
    CART,
    ROUTES,
    POLICY,
    POLICY.replace('cart\n  namespace', 'other\n  namespace'),
    ROUTES.replace('3s', '5s'),
    'a: [',
    '# only a comment\n',
    'spec:\n  - x\n',
    '',
  ];
  const text = fc
    .array(fc.constantFrom(...documents), { maxLength: 4 })
    .chain((all) =>
      fc.constantFrom(all.join('---\n'), all.join('---\n').replaceAll('\n', '\r\n'), `---\n${all.join('')}`),
    );
  const files = fc.uniqueArray(fc.record({ path: fc.constantFrom('a.yaml', 'b.yaml', 'c.yaml'), text }), {
    selector: ({ path }) => path,
  });

  it('ends in the solution, byte for byte', () => {
    fc.assert(
      fc.property(files, files, (before, after) => {
        expect(sorted(apply(before, after))).toEqual(sorted(after));
      }),
      { numRuns: 100 },
    );
  });

  it('comes to the end also where each step is asked for anew', () => {
    fc.assert(
      fc.property(files, files, (before, after) => {
        let now: readonly TextFile[] = before;
        for (let step = 0; step < 60; step++) {
          const [next] = demonstration(now, after);
          if (!next) break;
          now = applyChanges(now, [next.change]).files;
        }
        expect(sorted(now)).toEqual(sorted(after));
      }),
      { numRuns: 30 },
    );
  });
});
