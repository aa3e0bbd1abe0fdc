import { expect, it } from 'vitest';
import { settingsOperation } from './changed.ts';

const written = { targetVersion: '1.27', knownNamespaces: ['shop'] };

it.each<[string, [string, string][], object | null]>([
  ['nothing typed', [], null],
  ['the same typed again', [['targetVersion', '1.27']], null],
  [
    'one setting',
    [['rootNamespace', 'root']],
    { kind: 'set-setting', path: ['rootNamespace'], value: 'root' },
  ],
  ['one taken back', [['targetVersion', '']], { kind: 'set-setting', path: ['targetVersion'] }],
  [
    'several',
    [
      ['knownNamespaces', 'shop, attic'],
      ['meshConfig.outboundTrafficPolicy.mode', 'REGISTRY_ONLY'],
    ],
    {
      kind: 'all',
      label: 'Change the settings',
      operations: [
        { kind: 'set-setting', path: ['knownNamespaces'], value: ['shop', 'attic'] },
        {
          kind: 'set-setting',
          path: ['meshConfig', 'outboundTrafficPolicy', 'mode'],
          value: 'REGISTRY_ONLY',
        },
      ],
    },
  ],
])('%s', (_, typed, operation) => {
  expect(settingsOperation(new Map(typed), written)).toEqual(operation);
});
