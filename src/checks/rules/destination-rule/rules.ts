import type { SpecRule } from '../../spec-rule.ts';
import { serverAuthorities } from '../effects/server-authorities.ts';
import { exportTo } from '../names/export-to.ts';
import { hostNames } from '../names/host-names.ts';
import { labels } from '../names/labels.ts';
import { selector } from '../names/selector.ts';
import { subsetNames } from '../names/subset-names.ts';
import { connectionPools } from './connection-pool.ts';
import { consistentHash } from './consistent-hash.ts';
import { credentials } from './credentials.ts';
import { distribute } from './distribute.ts';
import { emptyHost } from './empty-host.ts';
import { emptyPolicy } from './empty-policy.ts';
import { failover } from './failover.ts';
import { locality } from './locality.ts';
import { outlierDetection } from './outlier-detection.ts';
import { portLevelSettings } from './port-level-settings.ts';
import { subsetTwice } from './subset-twice.ts';
import { clientTls } from './tls.ts';
import { tunnel } from './tunnel.ts';
import { warmup } from './warmup.ts';

export const destinationRuleRules: readonly SpecRule[] = [
  emptyHost,
  hostNames,
  emptyPolicy,
  portLevelSettings,
  outlierDetection,
  connectionPools,
  consistentHash,
  locality,
  distribute,
  failover,
  warmup,
  clientTls,
  credentials,
  tunnel,
  subsetNames,
  subsetTwice,
  labels,
  exportTo,
  selector,
  serverAuthorities,
];
