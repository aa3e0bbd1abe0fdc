import { expect, it } from 'vitest';
import { looksLikeConfig } from './looksLikeConfig.ts';

it.each([
  'apiVersion: v1\nkind: List\n',
  '# ours\n---\nkind: Gateway\n',
  '{"apiVersion": "v1", "kind": "List"}',
  '- kind: Service',
  "  'kind' : VirtualService",
])('takes %j', (text) => {
  expect(looksLikeConfig(text)).toBe(true);
});

it.each(['', 'hello', 'a kind: of text', 'https://kind.example/apiVersion', 'kindly: yes'])(
  'leaves %j',
  (text) => {
    expect(looksLikeConfig(text)).toBe(false);
  },
);
