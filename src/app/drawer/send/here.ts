import type { Session } from '../../../session/index.ts';
import { ruleAtPath, type Request, type RuleRef } from '../../../traffic/index.ts';
import { ask } from './ask.ts';
import { openSend } from './open.ts';
import { sendThis } from './send.ts';
import { sendStore, showView, stepsOf, writeDraft, type Answer } from './sendState.ts';

/** Sends a request that comes by what is selected: a rule, a host, a DestinationRule, a Gateway; of a workload, chooses it to send. */
export async function sendHere(session: Session): Promise<void> {
  const { selection } = session.getState();
  if (!selection) return;
  openSend(session);
  const reply = await ask(session, 'here', { resource: selection.resource, path: selection.path });
  if (!reply || 'refused' in reply) return;
  const { told } = reply;
  if ('why' in told)
    session.dispatch({
      type: 'notify',
      notice: { tone: 'info', title: 'No request comes here', detail: told.why },
    });
  else if ('request' in told) await sendThis(session, told.request);
  else writeDraft({ caller: told.caller });
}

/** The rule that is selected, if one is. */
function selectedRule(session: Session): RuleRef | undefined {
  const { selection, analysis } = session.getState();
  const resource = selection && analysis.mesh.byId.get(selection.resource);
  return resource && selection ? ruleAtPath(resource, selection.path) : undefined;
}

/** The request as it came to a proxy that the rule is for: at a gateway further on, where the rule is asked there. */
function requestFor(answer: Answer, rule: RuleRef): Request {
  const passed = stepsOf(answer).find(
    ({ step }) =>
      step.resource === rule.resource &&
      step.path?.[1] === rule.section &&
      step.path[2] === rule.index &&
      step.stage === 'rule',
  );
  return passed?.hop.request ?? answer.request;
}

/** Asks why the selected rule did not take the request that was sent last. */
export function askWhyNot(session: Session): void {
  const rule = selectedRule(session);
  const { answer } = sendStore.get();
  if (rule && answer) {
    sendStore.set({ why: { rule, request: requestFor(answer, rule) } });
    showView('way');
    openSend(session, 'stays');
    return;
  }
  session.dispatch({
    type: 'notify',
    notice: {
      tone: 'info',
      title: rule ? 'No request was sent yet' : 'No rule is selected',
      detail: 'Send a request, then select the rule that you would have expected to take it.',
    },
  });
}

/** Sends a request that comes to a rule. */
export async function sendUncovered(session: Session, { resource, section, index }: RuleRef): Promise<void> {
  const path = ['spec', section, index];
  session.dispatch({ type: 'select', resource, path, origin: 'drawer' });
  const reply = await ask(session, 'here', { resource, path });
  if (!reply || 'refused' in reply) return;
  if ('request' in reply.told) await sendThis(session, reply.told.request);
  else if ('why' in reply.told)
    session.dispatch({
      type: 'notify',
      notice: { tone: 'info', title: 'No request comes here', detail: reply.told.why },
    });
}
