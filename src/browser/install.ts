/** The browser's offer to install the page as an app of its own; not in TypeScript's list of events. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

let offer: InstallOffer | null = null;

/** Keeps the browser's offer for when a person asks for it; it comes once, and early. */
export function awaitInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallOffer;
  });
  addEventListener('appinstalled', () => (offer = null));
}

export const canInstall = (): boolean => offer !== null;

/** Has the browser ask whether to install the page. */
export async function install(): Promise<void> {
  await offer?.prompt();
  // It can be asked once; the browser makes another offer when it likes.
  offer = null;
}
