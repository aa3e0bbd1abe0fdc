import type { ResourceId } from '../../istio/index.ts';
import type { Path } from '../../yaml/index.ts';
import type { WayPlace } from '../way.ts';

/** What of a load's report is drawn. A number of a series is a count within the slice that begins at the same place of `at`, or what there was when it ended. */
export interface ReplayedLoad {
  readonly duration: number;
  /** Length of a slice, in milliseconds like all times. */
  readonly bucket: number;
  readonly callers: number;
  readonly way: {
    readonly common: readonly WayPlace[];
    readonly routes: readonly {
      readonly cluster: string | null;
      readonly weight: number;
      readonly passed: readonly WayPlace[];
    }[];
    readonly mirrors: readonly string[];
  };
  readonly clusters: readonly {
    readonly cluster: string;
    readonly endpoints: readonly {
      readonly endpoint: string;
      readonly at?: { readonly resource: ResourceId; readonly path: Path };
    }[];
    /** Of each caller. */
    readonly limits: Readonly<Record<PoolLimit, number | null>>;
    readonly warmup: number;
  }[];
  readonly ejections: readonly {
    readonly cluster: string;
    readonly endpoint: string;
    readonly from: number;
    readonly to?: number;
    readonly due: number;
  }[];
  readonly series: {
    readonly at: readonly number[];
    readonly sent: readonly number[];
    readonly answers: Readonly<Record<string, readonly number[]>>;
    readonly clusters: readonly {
      readonly cluster: string;
      readonly connections: readonly number[];
      readonly pending: readonly number[];
      readonly active: readonly number[];
      readonly copies: readonly number[];
      readonly overflow: readonly number[];
      readonly endpoints: readonly { readonly sent: readonly number[]; readonly failed: readonly number[] }[];
    }[];
  };
}

export type PoolLimit = 'connections' | 'pending' | 'requests';
