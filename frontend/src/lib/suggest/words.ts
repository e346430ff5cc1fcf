/** Words after which help is offered; nearly out of reach and one of the first two: help comes first of all. */
export const HEAVIEST = ['hopeless', 'trapped']
export const HEAVY = [...HEAVIEST, 'despair', 'desperate', 'worthless', 'burden']
