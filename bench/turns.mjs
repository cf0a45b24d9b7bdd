/** Every other round goes backwards, so that no program always comes first. */
export const inTurn = (list, round) => (round % 2 === 0 ? list : [...list].reverse());
