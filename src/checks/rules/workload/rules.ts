import type { SpecRule } from '../../spec-rule.ts';
import { labels } from '../names/labels.ts';
import { address, templateSocket } from './address.ts';
import { probe } from './probe.ts';

export const workloadEntryRules: readonly SpecRule[] = [address, labels];

export const workloadGroupRules: readonly SpecRule[] = [templateSocket, probe, labels];
