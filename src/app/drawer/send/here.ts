import { loadRegexes, regexesAtHand } from '../../../istio/index.ts';
import type { Session } from '../../../session/index.ts';
import { requestTo, ruleAtPath, type RuleRef } from '../../../traffic/index.ts';
import { openSend } from './open.ts';
import { sendThis } from './send.ts';
import { sendStore, showView, writeDraft } from './sendState.ts';

/** Sends a request that comes by what is selected: a rule, a host, a DestinationRule, a Gateway; of a workload, chooses it to send. */
export async function sendHere(session: Session): Promise<void> {
  const { selection, analysis } = session.getState();
  const resource = selection && analysis.mesh.byId.get(selection.resource);
  if (!selection || !resource) return;
  if (!regexesAtHand()) await loadRegexes();
  const found = requestTo(analysis.mesh, resource, selection.path);
  openSend(session);
  if ('why' in found)
    session.dispatch({
      type: 'notify',
      notice: { tone: 'info', title: 'No request comes here', detail: found.why },
    });
  else if ('request' in found) await sendThis(session, found.request);
  else writeDraft({ caller: found.caller });
}

/** The rule that is selected, if one is. */
export function selectedRule(session: Session): RuleRef | undefined {
  const { selection, analysis } = session.getState();
  const resource = selection && analysis.mesh.byId.get(selection.resource);
  return resource && selection ? ruleAtPath(resource, selection.path) : undefined;
}

/** Asks why the selected rule did not take the request that was sent last. */
export function askWhyNot(session: Session): void {
  const rule = selectedRule(session);
  const { answer } = sendStore.get();
  if (rule && answer) {
    sendStore.set({ why: rule });
    showView('way');
    openSend(session);
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
