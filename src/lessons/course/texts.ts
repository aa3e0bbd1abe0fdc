// The lessons of the built-in course, in the order in which they are taught. One chunk, fetched when a lesson is first asked for.
import externalHost from './external-host.md?raw';
import policyForTheWay from './policy-for-the-way.md?raw';
import routing from './routing.md?raw';
import splitting from './splitting.md?raw';
import mirroring from './mirroring.md?raw';
import timeoutsAndRetries from './timeouts-and-retries.md?raw';
import faultInjection from './fault-injection.md?raw';
import pitfallsClinic from './pitfalls-clinic.md?raw';
import gateways from './gateways.md?raw';
import failover from './failover.md?raw';

export const TEXTS: Readonly<Record<string, string>> = {
  'external-host': externalHost,
  'policy-for-the-way': policyForTheWay,
  routing,
  splitting,
  mirroring,
  'timeouts-and-retries': timeoutsAndRetries,
  'fault-injection': faultInjection,
  failover,
  gateways,
  'pitfalls-clinic': pitfallsClinic,
};
