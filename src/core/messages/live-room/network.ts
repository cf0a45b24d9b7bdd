/** What the facilitator reads about the network of a live room. */

/** An address of this computer, and the name of its network card. */
export type OwnAddress = { readonly address: string; readonly name: string };

export const addressText = ({ address, name }: OwnAddress): string => `${address} (${name})`;

/** "192.0.2.7 (wlan0) · the room is here" @param used the address of the room */
export const addressChoiceText = (one: OwnAddress, used: string): string =>
  one.address === used ? `${addressText(one)} · the room is here` : addressText(one);

export const CHOOSE_NETWORK =
  'Choose the network that the phones are on. The room then has this address:';

export const UNENCRYPTED =
  'Names and answers travel unencrypted on this network, and are kept in the folder of the room on this computer.';

export const NO_NETWORK =
  'This computer is on no network. Connect it to the wifi of the phones, or make a hotspot, then open this page again.';

export const TEST_WITH_A_PHONE =
  'Test the room with one phone: connect it to the same network, then type the address, or scan the QR code if you see one.';

/** @param commands what to type without a network: the same code gives the same exercise */
export const cannotOpenTexts = (commands: {
  readonly alone: string;
  readonly handout: string;
}): string[] => [
  "If the phone can't open the page, a firewall on this computer may be blocking the program, or the wifi may keep devices apart. Then use a hotspot (from a phone or this computer) or a travel router, and choose its address here.",
  `Without a network, people with laptops do the exercise alone: ${commands.alone}`,
  `Everyone else does it on paper: ${commands.handout}`,
  'Put the result files, and what you copy from paper, into the folder of the room: its report counts them, too.',
];

export const REMOTE =
  'To lead from a browser, open this address. Show it to nobody: whoever has it leads the room.';

export const NO_CODE_HERE = "This terminal can't draw the QR code. Show the address instead.";

export const TOO_LOW_FOR_CODE = 'Make the window larger to see the QR code.';
