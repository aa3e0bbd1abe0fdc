import { asTexts, member, specOf, type Resource } from '../../../istio/index.ts';

/** Whether both name a gateway in the same words, or neither names any: so Kiali compares VirtualServices. */
export function sharesGatewayName(a: Resource, b: Resource): boolean {
  const keys = (one: Resource): readonly string[] => {
    const written = asTexts(member(specOf(one), 'gateways'));
    return written.length ? written : [''];
  };
  return keys(a).some((one) => keys(b).includes(one));
}
