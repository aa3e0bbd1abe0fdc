// What commands and other panes ask of the drawer's “Send a request”. Fetched when it is first asked for.
export { dismissWay, send, sendThousand } from './send.ts';
export { openSend } from './open.ts';
