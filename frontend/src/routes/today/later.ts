/** What Today shows beneath the question or after the first answer: fetched once the question stands. */
export { default as More } from './More.svelte'
export { default as Offers } from './Offers.svelte'
export { default as Quiet } from './Quiet.svelte'
