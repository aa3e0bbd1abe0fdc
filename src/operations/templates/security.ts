import {
  asText,
  key,
  labelsMatch,
  namespaceOf,
  selectorOf,
  specOf,
  valueAt,
  type Labels,
} from '../../istio/index.ts';
import type { YamlMap } from '../../yaml/index.ts';
import type { Template, TemplateContext } from './context.ts';
import { workloadsAround } from './around.ts';
import { selecting } from './workloads.ts';

// New policies change nothing until a person says what they should: what they would forbid is not for us to guess.

const selector = (labels: Labels | undefined): YamlMap =>
  labels ? { selector: { matchLabels: { ...labels } } } : {};

/** What is in force already; without any, mutual TLS and plain text alike, which is Istio's default. */
export const peerAuthentication: Template = (context) =>
  selecting(context, 'PeerAuthentication', workloadsAround(context), (labels) => ({
    ...selector(labels),
    mtls: { mode: modeInForce(context) },
  }));

function modeInForce(context: TemplateContext): string {
  const { mesh } = context;
  const { rootNamespace } = mesh.settings;
  const namespace = workloadsAround(context)?.namespace ?? context.namespace;
  const own = namespaceOf({ namespace }, mesh.settings);
  const wider = [own, rootNamespace].flatMap((each) => mesh.find(key.policyFor(each)));
  const first = wider.find(({ type }) => type === 'PeerAuthentication');
  return asText(first && valueAt(specOf(first), ['mtls', 'mode'])) ?? 'PERMISSIVE';
}

/**
 * One empty rule matches every request: all are allowed, as without any policy. Beside one that allows less that would
 * open what is closed, so there it only notes down.
 */
export const authorizationPolicy: Template = (context) =>
  selecting(context, 'AuthorizationPolicy', workloadsAround(context), (labels) => ({
    ...selector(labels),
    action: isClosed(context, labels) ? 'AUDIT' : 'ALLOW',
    rules: [{}],
  }));

function isClosed(context: TemplateContext, labels: Labels | undefined): boolean {
  const { mesh } = context;
  const namespace = namespaceOf(
    { namespace: workloadsAround(context)?.namespace ?? context.namespace },
    mesh.settings,
  );
  const allows = (action: string | undefined) => action === undefined || action === 'ALLOW';
  return mesh
    .find(key.kind('AuthorizationPolicy'))
    .filter((other) => [namespace, mesh.settings.rootNamespace].includes(namespaceOf(other, mesh.settings)))
    .filter((other) => !labels || labelsMatch(selectorOf(other) ?? {}, labels))
    .some((other) => allows(asText(specOf(other)['action'])));
}

/** Checks tokens that requests bring; requests without one still pass. */
export const requestAuthentication: Template = (context) =>
  selecting(context, 'RequestAuthentication', workloadsAround(context), (labels) => ({
    ...selector(labels),
    jwtRules: [
      { issuer: 'https://issuer.example.com', jwksUri: 'https://issuer.example.com/.well-known/jwks.json' },
    ],
  }));
