/** What an address does: it loads pages and streams, sends messages, joins, or joins with a wrong code. */
export type Act = 'request' | 'message' | 'join' | 'wrong-code';

/** How much somebody can do at once, and how much is added each second. */
type Allowance = { readonly atOnce: number; readonly eachSecond: number };

/**
 * A school can be behind one address: 1,200 people who join, load the page again and answer at the same moment.
 * Wrong codes are few, so that nobody can try all ends of an address.
 */
const ALLOWANCES: Readonly<Record<Act, Allowance>> = {
  request: { atOnce: 10_000, eachSecond: 1_200 },
  message: { atOnce: 10_000, eachSecond: 1_200 },
  join: { atOnce: 1_300, eachSecond: 5 },
  'wrong-code': { atOnce: 300, eachSecond: 1 },
};

/** More addresses than a room has connections. Those that were quiet for longest are forgotten. */
const MOST_ADDRESSES = 10_000;

type Left = { readonly left: Record<Act, number>; at: number };

export type AddressLimits = {
  /** Counts an act. @returns whether the address may do it */
  readonly take: (address: string, act: Act) => boolean;
  /** Whether the address may do it, without counting. */
  readonly allows: (address: string, act: Act) => boolean;
};

/** @param now milliseconds, from any moment */
export function addressLimits(now: () => number): AddressLimits {
  const known = new Map<string, Left>();
  const find = (address: string): Left => {
    const place = networkOf(address);
    const found = known.get(place) ?? fresh(now());
    known.delete(place);
    known.set(place, found); // the latest is last
    if (known.size > MOST_ADDRESSES) known.delete(known.keys().next().value ?? '');
    refill(found, now());
    return found;
  };
  return {
    take: (address, act) => {
      const { left } = find(address);
      if (left[act] < 1) return false;
      left[act] -= 1;
      return true;
    },
    allows: (address, act) => find(address).left[act] >= 1,
  };
}

const ACTS = Object.keys(ALLOWANCES) as Act[];

function fresh(at: number): Left {
  const left = Object.fromEntries(ACTS.map((act) => [act, ALLOWANCES[act].atOnce]));
  return { left: left as Record<Act, number>, at };
}

function refill(one: Left, now: number): void {
  const seconds = Math.max(0, now - one.at) / 1000;
  one.at = now;
  for (const act of ACTS) {
    const { atOnce, eachSecond } = ALLOWANCES[act];
    one.left[act] = Math.min(atOnce, one.left[act] + seconds * eachSecond);
  }
}

/** One computer can have every address that begins with the same half of an IPv6 address. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*/, '');
  return plain.includes(':') ? halfOf(plain) : plain;
}

function halfOf(address: string): string {
  const [before = ''] = address.split('::');
  return before.split(':').slice(0, 4).join(':');
}
