import { describe, expect, it } from 'vitest';
import { meshOf } from '../../../istio/mesh.testkit.ts';
import type { Resource } from '../../../istio/index.ts';
import { parsePath } from '../../../yaml/index.ts';
import { asWritten } from './asWritten.ts';

const mesh = meshOf(`# first
kind: ConfigMap
apiVersion: v1
metadata: {name: other}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: basket
spec:
  odd:
    one: 1   # kept
    two:
    - {a: b}
  flow: [x,  y]
  text: |
    line
      deeper
`);
const resource = mesh.resources.find(({ name }) => name === 'basket') as Resource;

describe('the text at a place', () => {
  it.each([
    ['spec.odd', 'one: 1   # kept\ntwo:\n- {a: b}'],
    ['spec.odd.two[0]', '{a: b}'],
    ['spec.flow', '[x,  y]'],
    ['spec.nothing', undefined],
  ])('%s', (path, text) => {
    expect(asWritten(mesh, resource, parsePath(path))).toBe(text);
  });

  it('is not guessed while the document is broken', () => {
    expect(asWritten(mesh, { ...resource, stale: true }, ['spec'])).toBeUndefined();
  });
});
