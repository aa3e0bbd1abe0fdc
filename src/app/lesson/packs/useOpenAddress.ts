import { useState } from 'react';
import { panes } from '../../commands/panes.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { useSession } from '../../session.tsx';
import { openAddress } from './openPack.ts';

/** Fetches packs that lie beside the page. One that has mistakes takes the place of the dialog, to tell them. */
export function useOpenAddress() {
  const session = useSession();
  const [opening, setOpening] = useState<string | null>(null);
  const open = (address: string) => {
    setOpening(address);
    openAddress(address)
      .then((pack) => pack ?? panes.shell?.openDialog('pack-trouble'))
      .catch(tellFailure(session, 'The pack could not be opened'))
      .finally(() => setOpening(null));
  };
  return { opening, open };
}
