import { asText, member } from '../../../istio/index.ts';
import { requestValue, type Request } from '../../../traffic/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import { Button, DropMenu, MenuItem, MenuLine } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { isObjection, requestOf } from '../send/draft.ts';
import { requestWords } from '../send/requestWords.ts';
import { sendStore } from '../send/sendState.ts';
import { useSuggestions } from '../send/useSuggestions.ts';
import { setField } from './edit.ts';
import { labStore } from './labStore.ts';
import { draftAnew } from './scenario.ts';
import { ScenarioField } from './ScenarioField.tsx';
import styles from './Form.module.css';

/** More suggestions than these are looked for in “Send a request”. */
const MOST = 12;

/** What is sent, and others to send instead: the request of “Send a request”, or a suggested one. */
export function SentRequest({ scenario }: { scenario: YamlValue | undefined }) {
  const request = member(scenario, 'request');
  const byUrl = member(request, 'url') !== undefined || member(request, 'host') === undefined;
  const from = member(request, 'from') ?? member(request, 'gateway');
  const who = asText(from) ?? asText(member(from, 'namespace')) ?? '';
  return (
    <div className={styles.request}>
      <ScenarioField
        label={who ? `Sends from ${who} to` : 'Sends to'}
        path={['request', byUrl ? 'url' : 'host']}
        scenario={scenario}
      />
      <DropMenu label="Another request" trigger={<Button>Another…</Button>}>
        <Requests />
      </DropMenu>
    </div>
  );
}

function Requests() {
  const session = useSession();
  const draft = useStore(sendStore, (state) => state.draft);
  const resources = useSessionState((state) => state.analysis.mesh.resources.length);
  const suggested = useSuggestions();
  const made = requestOf(draft);
  const take = (request: Request): void => {
    // A draft is made anew, with the endpoints that the request comes to; what is kept stays but for its request.
    if (labStore.get().kept === null) void draftAnew(session, request);
    else setField(session, ['request'], requestValue(request));
  };
  return (
    <>
      {!isObjection(made) && (
        <>
          <MenuItem title={`As in “Send a request”: ${requestWords(made)}`} onClick={() => take(made)} />
          <MenuLine />
        </>
      )}
      {(suggested?.requests ?? []).slice(0, MOST).map(({ request }) => (
        <MenuItem key={JSON.stringify(request)} title={requestWords(request)} onClick={() => take(request)} />
      ))}
      {suggested?.requests.length === 0 && resources > 0 && (
        <MenuItem title="No request is suggested for these files" disabled onClick={() => undefined} />
      )}
    </>
  );
}
