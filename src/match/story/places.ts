/**
 * Whether what two texts share stands at the same places of both: versions of one text keep its order, reports of one
 * event by different hands do not. Owns the sums over shared things; must not decide. Exact integers but for the bits.
 */

/**
 * What a gap between the places of one thing says (places are shares of the text, 0..255): in a translation six of
 * ten gaps fall off with a scale of 0.03 and the rest are as random as between any two texts, 2 (1 - gap).
 * A single thing never says more than these bits.
 */
const PLACE_SHARE = 0.6;
const PLACE_SCALE = 0.03;
const MOST_BITS = 3.5;
const LEAST_BITS = -1.4;
const BITS = Float64Array.from({ length: 256 }, (_, gap) => {
  const share = gap / 255;
  const random = 2 * (1 - share) + 1e-9;
  const same = (PLACE_SHARE * Math.exp(-share / PLACE_SCALE)) / PLACE_SCALE + (1 - PLACE_SHARE) * random;
  return Math.max(LEAST_BITS, Math.min(MOST_BITS, Math.log2(same / random)));
});
/** So many shared things without a tendency are added to the mean. */
const UNSEEN = 6;
const UNSEEN_VARIANCE = 6;

/** Parts of a text for the spread of agreement, each of 32 places. */
const SEGMENTS = 8;
const SEGMENT_SHIFT = 5;
/** A segment never adds more: one sentence that two articles have in common must not pass for the whole. */
const MOST_SEGMENT_BITS = 6;

/** Fewest shared things from which is told that one text is the other cut short. */
const MIN_FITTED = 5;
/** What is left of a text that was cut short, at least; nearer to 1 than the other nothing was cut. */
const LEAST_LEFT = 0.3;
const MOST_LEFT = 0.87;
/** Bits by which a text that was cut short must agree better: what a second parameter costs among so few points. */
const CUT_BITS = 3;

/** Room for the things of one pair at first; it grows. */
const THINGS = 256;

/** Sums over what a pair shares; begun anew for each pair. */
export class PlaceAgreement {
  count = 0;
  readonly #segments = new Float64Array(SEGMENTS);
  readonly #squeezed = new Float64Array(SEGMENTS);
  #placesX = new Uint8Array(THINGS);
  #placesY = new Uint8Array(THINGS);
  #bits = 0;
  #isFitted = false;
  #sum = 0;
  #x = 0;
  #y = 0;
  #xx = 0;
  #yy = 0;
  #xy = 0;

  begin(): void {
    this.count = 0;
    this.#isFitted = false;
    this.#sum = 0;
    this.#x = 0;
    this.#y = 0;
    this.#xx = 0;
    this.#yy = 0;
    this.#xy = 0;
  }

  /** One shared thing: its weight, in units of the caller, and its places in both texts, 0..255. */
  add(weight: number, x: number, y: number): void {
    if (this.count === this.#placesX.length) {
      this.#placesX = grown(this.#placesX);
      this.#placesY = grown(this.#placesY);
    }
    this.#placesX[this.count] = x;
    this.#placesY[this.count] = y;
    this.count++;
    this.#sum += weight;
    this.#x += weight * x;
    this.#y += weight * y;
    this.#xx += weight * x * x;
    this.#yy += weight * y * y;
    this.#xy += weight * x * y;
  }

  /** Bits that the places speak for one text, against two texts on one subject. */
  get bits(): number {
    this.#fit();
    return this.#bits;
  }

  /** The same for each shared thing. */
  get mean(): number {
    return this.bits / (this.count + UNSEEN);
  }

  /** The same in all, as a logarithm with a sign. */
  get logBits(): number {
    const bits = this.bits;
    return Math.sign(bits) * Math.log2(1 + Math.abs(bits));
  }

  /** Share of the text over which the places agree, 0..1: a translation agrees from its start to its end. */
  get spread(): number {
    this.#fit();
    let sum = 0;
    for (const bits of this.#segments) sum += Math.max(0, Math.min(MOST_SEGMENT_BITS, bits));
    return sum / (SEGMENTS * MOST_SEGMENT_BITS);
  }

  /**
   * The bits of the places as they are, or, where that says more, of those of one text squeezed to what the other has
   * left of it: agencies and small papers cut from the end.
   */
  #fit(): void {
    if (this.#isFitted) return;
    this.#isFitted = true;
    this.#bits = this.#sumBits(this.#segments, 1, 1);
    const left = this.#xy / Math.max(this.#xx, this.#yy);
    // Of two that are alike none is the longer.
    const mayBeCut = this.count >= MIN_FITTED && this.#xx !== this.#yy;
    if (!mayBeCut || !(left >= LEAST_LEFT && left <= MOST_LEFT)) return;
    // The longer one has its facts nearer to its start.
    const [ofX, ofY] = this.#xx > this.#yy ? [left, 1] : [1, left];
    const squeezed = this.#sumBits(this.#squeezed, ofX, ofY) - CUT_BITS;
    if (squeezed <= this.#bits) return;
    this.#bits = squeezed;
    this.#segments.set(this.#squeezed);
  }

  /** The bits in all; those of each segment go into `segments`. */
  #sumBits(segments: Float64Array, ofX: number, ofY: number): number {
    segments.fill(0);
    const whole = Math.max(ofX, ofY) / Math.min(ofX, ofY);
    let sum = 0;
    for (let i = 0; i < this.count; i++) {
      const x = this.#placesX[i]! * ofX;
      const y = this.#placesY[i]! * ofY;
      const bits = BITS[Math.round(Math.abs(x - y) * whole)] ?? LEAST_BITS;
      segments[Math.min(SEGMENTS - 1, ((x + y) * whole) >> (SEGMENT_SHIFT + 1))]! += bits;
      sum += bits;
    }
    return sum;
  }

  /** Correlation of the places, weighted, drawn towards 0 where little is shared; -1..1. `unit`: a weight of one. */
  order(unit: number): number {
    if (this.#sum === 0) return 0;
    const scale = 255 * 255 * unit;
    const varianceX = Math.max(0, this.#xx - (this.#x * this.#x) / this.#sum) / scale;
    const varianceY = Math.max(0, this.#yy - (this.#y * this.#y) / this.#sum) / scale;
    const covariance = (this.#xy - (this.#x * this.#y) / this.#sum) / scale;
    return covariance / (Math.sqrt(varianceX * varianceY) + UNSEEN_VARIANCE);
  }
}

function grown(places: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * places.length);
  larger.set(places);
  return larger;
}
