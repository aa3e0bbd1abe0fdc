import { refused, type CodeInfo } from './code-info.ts';

/** MW02xx: the fields of a resource against the schema of its kind. MW03xx and up are for what fields mean. */
export const schemaCodes = {
  MW0201: {
    title: 'An unknown field',
    means: 'kubectl refuses it, or the cluster drops it; either way it changes no traffic.',
    severity: 'error',
    aliases: refused,
  },
  MW0202: {
    title: 'A field in the wrong place',
    means: 'kubectl refuses it, or the cluster drops it; either way it changes no traffic.',
    severity: 'error',
    aliases: refused,
  },
  MW0203: {
    title: 'A value of the wrong type',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0204: {
    title: 'A value that is not among the allowed ones',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0205: {
    title: 'A required field is missing',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0206: {
    title: 'Several of a choice of one',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0208: {
    title: 'A number out of range',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0209: {
    title: 'A text that is too long or too short',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0210: {
    title: 'A text of the wrong form',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0211: {
    title: 'Too many or too few items',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0212: {
    title: 'A key that is not allowed',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0213: {
    title: 'Not a duration',
    means: 'Istio writes durations as numbers with units, such as 500ms, 10s or 1h30m, and refuses others.',
    severity: 'error',
    aliases: refused,
  },
  MW0214: {
    title: 'A duration that is too short or too fine',
    means: 'Istio keeps durations in whole milliseconds, at least one, and refuses others.',
    severity: 'error',
    aliases: refused,
  },
  MW0215: {
    title: 'A field without a value',
    means: 'The cluster drops it, as if it were not written.',
    severity: 'warning',
    aliases: [],
  },
  MW0216: {
    title: 'A list item without a value',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0217: {
    title: 'Two list items of one name',
    means: 'The cluster refuses the whole resource.',
    severity: 'error',
    aliases: refused,
  },
  MW0218: {
    title: 'Deprecated',
    means: 'It still works or is ignored, but should no longer be written.',
    severity: 'info',
    aliases: [],
  },
  MW0219: {
    title: 'Newer than the chosen Istio version',
    means: 'The Istio that you write for does not know it: refused by kubectl or dropped by the cluster.',
    severity: 'warning',
    aliases: [],
  },
} as const satisfies Record<`MW02${string}`, CodeInfo>;
