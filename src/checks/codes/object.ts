import { refused, type CodeInfo } from './code-info.ts';

/** MW01xx: the document as a Kubernetes object: its kind, version and name. */
export const objectCodes = {
  MW0101: {
    title: 'No kind',
    means: 'Kubernetes does not know what this is and refuses it.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0102: {
    title: 'No apiVersion',
    means: 'Kubernetes does not know where the kind belongs and refuses it.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0103: {
    title: 'No name',
    means: 'Kubernetes refuses an object without a name.',
    severity: 'error',
    aliases: refused,
  },
  MW0104: {
    title: 'A name that Kubernetes refuses',
    means: 'Names are parts of addresses and follow the rules of DNS.',
    severity: 'error',
    aliases: refused,
  },
  MW0105: {
    title: 'A namespace that Kubernetes refuses',
    means: 'A namespace is one part of an address and follows the rules of DNS.',
    severity: 'error',
    aliases: refused,
  },
  MW0106: {
    title: 'A kind that Istio does not have',
    means: 'The cluster refuses it, and nothing happens to traffic.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0107: {
    title: 'An apiVersion that the kind is not served under',
    means: 'The cluster refuses it, and nothing happens to traffic.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0108: {
    title: 'Two resources of one name',
    means: 'In a cluster only one of them can exist; the one applied last overwrites the other.',
    severity: 'warning',
    aliases: [],
  },
} as const satisfies Record<`MW01${string}`, CodeInfo>;
