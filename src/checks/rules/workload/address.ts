import type { Finding } from '../../finding.ts';
import { refuse, say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, isPresent, text, type Spot } from '../../spot.ts';
import { isAddress, isUnixAddress } from '../../values/address.ts';
import { faultOfName, hostMeant } from '../../values/host-name.ts';
import { quote } from '../../words.ts';
import { socket } from './socket.ts';

/** Where the workload of a WorkloadEntry runs. */
export const address: SpecRule = ({ root, spec }) => {
  // Without a `spec` the schema has said so.
  if (!isPresent(at(root, 'spec'))) return [];
  const spot = at(spec, 'address');
  if (!isFilled(spot)) return [nowhere(spec, spot)];
  const written = text(spot);
  if (written === undefined || isAddress(written)) return [];
  return isUnixAddress(written) ? socket(spec) : hostFault(spot, written);
};

/** Of the template's address only a socket is looked at; machines fill in their own. */
export const templateSocket: SpecRule = ({ spec }) => {
  const template = at(spec, 'template');
  return isUnixAddress(text(at(template, 'address')) ?? '') ? socket(template) : [];
};

function nowhere(spec: Spot, spot: Spot): Finding {
  const place = isPresent(spot) ? spot : spec;
  if (!isFilled(at(spec, 'network')))
    return refuse(
      'MW0620',
      place,
      'This WorkloadEntry does not say where the workload runs. Set "address".',
      { at: 'key' },
    );
  const what = 'Without an "address" the workload is reached through the gateway of its network only.';
  return say('MW0621', place, what, { at: 'key' });
}

function hostFault(spot: Spot, written: string): readonly Finding[] {
  const fault = faultOfName(written);
  if (!fault) return [];
  const meant = hostMeant(written, (host) => isAddress(host) || faultOfName(host) === null);
  const what = `${quote(written)} is neither an IP address nor a host name: ${fault}.`;
  return [refuse('MW0624', spot, what, { mends: meant === undefined ? [] : [setting(spot.path, meant)] })];
}
