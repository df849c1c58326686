/** Shares and numbers that an office assumes; none of them is evidence, and every result shows them. */
export interface PipelineRates {
  /** Share of nominated persons who pass pre-screening. */
  readonly preScreening: number;
  /** Share of a workshop's participants who are pre-accredited. */
  readonly workshop: number;
  /** Share of evaluated field missions that end in an accreditation. */
  readonly fieldMission: number;
  /** Second seats that a person needs before accreditation, 1 or more. */
  readonly fieldMissionsNeeded: number;
  /** Share of leads lost each year: lapsed, retired, not released. */
  readonly leadsLost: number;
  /** Missions that a new lead gives in a year. */
  readonly missionsPerLead: number;
}

export const defaultPipelineRates: PipelineRates = {
  preScreening: 0.8,
  workshop: 0.7,
  fieldMission: 0.8,
  fieldMissionsNeeded: 1,
  leadsLost: 0.1,
  missionsPerLead: 2,
};

/** Where persons stand in one area; fractions are expected numbers. */
export interface PipelineStages {
  readonly nominated: number;
  readonly preScreened: number;
  readonly attendedWorkshop: number;
  readonly inFieldMissions: number;
  readonly leads: number;
}

export interface AreaPipeline {
  readonly area: string;
  readonly stages: PipelineStages;
  /** Missions asked in the area, taken as the same each year. */
  readonly asked: number;
  /** Those of them with a second seat; a remote mission has none. */
  readonly askedWithSecond: number;
  /** Missions that today's leads of the area can give, each counted in every area of theirs. */
  readonly canBeLed: number;
}

export interface PlannedWorkshop {
  readonly area: string;
  readonly year: number;
  readonly places: number;
}

/** What holds the area back in a year. */
export type Bottleneck = "fieldMissions" | "workshop" | "candidates" | "none";

export interface ForecastYear {
  readonly year: number;
  /** At the beginning of the year. */
  readonly stages: PipelineStages;
  /** Missions that can be led if the area is served first, expected; at most those asked. */
  readonly led: number;
  /** The same if nobody were accredited from now on. */
  readonly ledWithoutPipeline: number;
  readonly workshopPlaces: number;
  readonly attended: number;
  readonly preAccredited: number;
  /** Second seats of led missions, and those that persons in the pipeline take. */
  readonly secondSeats: number;
  readonly secondSeatsTaken: number;
  readonly evaluated: number;
  /** New leads, from the next year on. */
  readonly accredited: number;
  /** Pre-accredited persons who wait for a second seat at the end of the year. */
  readonly waiting: number;
  readonly bottleneck: Bottleneck;
}

export interface AreaForecast {
  readonly area: string;
  readonly asked: number;
  readonly years: readonly ForecastYear[];
}

/**
 * Expected course of the accreditation pipeline of each area over some years.
 *
 * A led mission with a second seat trains one person: second seats are the bottleneck. Those already in field missions
 * go first, then who attended a workshop before, then this year's participants; who passes leads from the next year
 * on, so a workshop of year t adds no lead before t + 1. Who fails pre-screening, workshop or evaluation leaves. Leads
 * of several areas are counted in each, so areas must not be added up.
 *
 * @param firstYear the first year of the forecast, at whose beginning the stages stand
 * @returns one entry per area, in the order given; expected values, in persons, seats and missions, unrounded
 * @throws {RangeError} if a rate is not from 0 to 1, a number is negative or not finite, an area is given twice, or a
 *   workshop is planned for an area that is not given
 * @see docs/methods/accreditation-forecast.md
 */
export function accreditationForecast({
  areas,
  workshops,
  firstYear,
  years = 3,
  rates = defaultPipelineRates,
}: {
  readonly areas: readonly AreaPipeline[];
  readonly workshops: readonly PlannedWorkshop[];
  readonly firstYear: number;
  readonly years?: number;
  readonly rates?: PipelineRates;
}): AreaForecast[] {
  requireRates(rates);
  const known = new Set(areas.map((area) => area.area));
  if (known.size < areas.length) throw new RangeError("an area is given twice");
  for (const workshop of workshops) {
    if (!known.has(workshop.area)) throw new RangeError(`a workshop is planned for ${JSON.stringify(workshop.area)}`);
    requireAmount(workshop.places);
  }
  return areas.map((area): AreaForecast => {
    for (const amount of [...Object.values(area.stages), area.asked, area.askedWithSecond, area.canBeLed])
      requireAmount(amount);
    const course: ForecastYear[] = [];
    let stages = area.stages;
    // Today's leads lose the same share each year; who joins them is counted apart, with missions of their own.
    let remaining = 1;
    for (let i = 0; i < years; i++) {
      const year = firstYear + i;
      const places = workshops
        .filter((workshop) => workshop.area === area.area && workshop.year === year)
        .reduce((sum, workshop) => sum + workshop.places, 0);
      const { next, record } = oneYear(area, stages, { year, places, remaining, rates });
      course.push(record);
      stages = next;
      remaining *= 1 - rates.leadsLost;
    }
    return { area: area.area, asked: area.asked, years: course };
  });
}

function oneYear(
  area: AreaPipeline,
  stages: PipelineStages,
  { year, places, remaining, rates }: { year: number; places: number; remaining: number; rates: PipelineRates },
): { readonly next: PipelineStages; readonly record: ForecastYear } {
  const ledBy = (share: number, newLeads: number): number =>
    Math.min(area.asked, area.canBeLed * share + newLeads * rates.missionsPerLead);
  const newLeads = Math.max(0, stages.leads - area.stages.leads * remaining);
  const led = ledBy(remaining, newLeads);
  const secondSeats = area.asked === 0 ? 0 : (led * area.askedWithSecond) / area.asked;

  const screened = stages.preScreened + stages.nominated * rates.preScreening;
  const attended = Math.min(places, screened);
  const preAccredited = attended * rates.workshop;

  const inPipeline = stages.inFieldMissions + stages.attendedWorkshop + preAccredited;
  const evaluated = Math.min(inPipeline, secondSeats / rates.fieldMissionsNeeded);
  const accredited = evaluated * rates.fieldMission;
  const waiting = inPipeline - evaluated;
  const waitingInMissions = Math.max(0, stages.inFieldMissions - evaluated);

  const next: PipelineStages = {
    nominated: 0,
    preScreened: screened - attended,
    attendedWorkshop: waiting - waitingInMissions,
    inFieldMissions: waitingInMissions,
    leads: stages.leads * (1 - rates.leadsLost) + accredited,
  };
  const kept = 1 - rates.leadsLost;
  const short = ledBy(remaining * kept, newLeads * kept + accredited) < area.asked;
  const bottleneck: Bottleneck = !short
    ? "none"
    : waiting > 0
      ? "fieldMissions"
      : next.preScreened > 0
        ? "workshop"
        : "candidates";
  return {
    next,
    record: {
      year,
      stages,
      led,
      ledWithoutPipeline: ledBy(remaining, 0),
      workshopPlaces: places,
      attended,
      preAccredited,
      secondSeats,
      secondSeatsTaken: evaluated * rates.fieldMissionsNeeded,
      evaluated,
      accredited,
      waiting,
      bottleneck,
    },
  };
}

function requireRates(rates: PipelineRates): void {
  for (const rate of [rates.preScreening, rates.workshop, rates.fieldMission, rates.leadsLost])
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`${rate} is no share from 0 to 1`);
  if (!(rates.fieldMissionsNeeded >= 1 && Number.isFinite(rates.fieldMissionsNeeded)))
    throw new RangeError(`${rates.fieldMissionsNeeded} field missions cannot be needed`);
  requireAmount(rates.missionsPerLead);
}

function requireAmount(amount: number): void {
  if (!(Number.isFinite(amount) && amount >= 0)) throw new RangeError(`${amount} is no number of persons or missions`);
}
