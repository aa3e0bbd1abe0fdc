import type { CodeInfo } from './code-info.ts';

/** MW42xx: scenarios of load, `*.load.yaml`. */
export const scenarioCodes = {
  MW4201: {
    title: 'A part of a scenario that is not read',
    means:
      'The load lab and "meshwright load" do not run the scenario until it is mended; the cluster never sees the file.',
    severity: 'warning',
    aliases: [],
  },
} as const satisfies Record<`MW42${string}`, CodeInfo>;
