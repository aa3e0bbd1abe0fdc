import { rejected, warned, type CodeInfo } from './code-info.ts';

/** MW09xx: who may call whom: PeerAuthentication, RequestAuthentication, AuthorizationPolicy. */
export const securityCodes = {
  MW0901: rejected(
    'Modes by port for no certain pods',
    'Ports belong to pods, so the policy must select some.',
  ),
  MW0910: rejected(
    'A target that a policy cannot have',
    'Policies are for workloads, Services, ServiceEntries and Gateways of Kubernetes.',
  ),
  MW0911: rejected('A target in another namespace', 'A policy is for something in its own namespace.'),
  MW0912: rejected('Tokens of an unknown issuer', 'The proxy could not tell whose tokens are meant.'),
  MW0913: rejected('Keys at no address of the web', 'The keys to check tokens with could not be fetched.'),
  MW0914: rejected('Keys that cannot be read', 'No token could be checked with them.'),
  MW0915: warned('Private keys in the open', 'Whoever reads the file can make tokens.'),
  MW0920: rejected('An action without rules', 'Denying and asking others need to know which requests.'),
  MW0921: rejected('A provider that is never asked', 'Others decide for the action CUSTOM only.'),
  MW0922: rejected('CUSTOM without a provider', 'Nobody would decide.'),
  MW0923: rejected(
    'Something that CUSTOM cannot know',
    'These rules are looked at before the caller is known.',
  ),
  MW0924: rejected(
    'A source or operation that asks for nothing',
    'istiod takes an empty one for a mistake, for it would fit everybody.',
  ),
  MW0925: rejected('Not a port', 'Ports are numbers up to 65535, written as text.'),
  MW0926: rejected('Not a trust domain', "No caller's identity can have it."),
  MW0927: rejected('An empty text to fit', 'Nothing fits it.'),
  MW0928: rejected('Not a service account', 'No caller can have it.'),
  MW0929: rejected(
    'Callers named in two ways',
    'A service account is a principal with its namespace already.',
  ),
  MW0930: rejected('A path template that cannot be', 'Stars in braces stand for whole parts of the path.'),
  MW0931: rejected('An unknown condition', 'The proxy does not know what to look at.'),
  MW0932: rejected('A condition without values', 'The proxy does not know what to compare with.'),
  MW0933: warned(
    'Denying all traffic without HTTP',
    'Ports that are not HTTP cannot look at what the rule asks for, and deny everything.',
  ),
} as const satisfies Record<`MW09${string}`, CodeInfo>;
