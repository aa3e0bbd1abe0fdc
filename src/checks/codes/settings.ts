import { type CodeInfo } from './code-info.ts';

const noEffect = 'Meshwright goes on as if it were not written; the cluster never sees the settings file.';

const unread = (title: string): CodeInfo => ({ title, means: noEffect, severity: 'warning', aliases: [] });

/** MW40xx: the settings file, `meshwright.config.yaml`. */
export const settingsCodes = {
  MW4001: unread('A setting that is not known'),
  MW4002: unread('A setting with a value that it cannot have'),
  MW4003: unread('An assumption that does not say what there is'),
  MW4004: unread('A part of an assumption that its kind has no place for'),
  MW4005: {
    title: 'An assumption that is in the files',
    means: 'The files count, so the assumption says nothing any more.',
    severity: 'info',
    aliases: [],
  },
  MW4006: {
    title: 'A settings file that is not read',
    means: 'Only one settings file of a workspace counts: the one nearest to the top.',
    severity: 'warning',
    aliases: [],
  },
} as const satisfies Record<`MW40${string}`, CodeInfo>;
