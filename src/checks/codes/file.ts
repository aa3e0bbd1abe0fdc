import type { CodeInfo } from './code-info.ts';

/** MW00xx: the file and its YAML, before anyone asks what it says. */
export const fileCodes = {
  MW0001: {
    title: 'YAML that cannot be read',
    means: 'Nothing in this document reaches the cluster, and the picture shows it as it last could be read.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0002: {
    title: 'A key written twice',
    means: 'Only one of the two counts, and readers of YAML disagree on which.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0003: {
    title: 'A tab in the indentation',
    means: 'YAML allows only spaces there, so the document cannot be read.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0004: {
    title: 'Aliases that multiply',
    means: 'Following them would fill the memory, so the document is not read, here or by kubectl.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0005: {
    title: 'Nesting that is too deep',
    means: 'The document is not read, to keep the page alive.',
    severity: 'error',
    aliases: [],
  },
  MW0006: {
    title: 'A document that is too large',
    means: 'It is kept as it is, but not read. No cluster takes an object of more than a few megabytes.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0007: {
    title: 'Not a text file',
    means: 'It is kept as it is, but not read.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0010: {
    title: 'A value that kubectl reads differently',
    means: 'kubectl follows YAML 1.1, where some plain words are booleans and some numbers are octal.',
    severity: 'warning',
    aliases: [],
  },
  MW0011: {
    title: 'A plain value that kubectl cannot read between brackets',
    means: 'The document is fine for most readers of YAML, but kubectl refuses it.',
    severity: 'error',
    aliases: [],
    rejects: true,
  },
  MW0012: {
    title: 'A template',
    means:
      'What stands between {{ and }}, or as ${NAME}, is filled in by Helm or another tool, and only then is it what a cluster gets. Until then there is nothing to check.',
    severity: 'warning',
    aliases: [],
    rejects: true,
  },
  MW0013: {
    title: 'A patch of Kustomize',
    means:
      'Kustomize merges it into the resource of its name when the overlay is built, so by itself it is nothing that a cluster gets. Picture, requests and checks take that resource as it stands in its own file.',
    severity: 'hint',
    aliases: [],
  },
} as const satisfies Record<`MW00${string}`, CodeInfo>;
