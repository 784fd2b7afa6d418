using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.YearlySettlements;

namespace KhuyenCong.Domain.Reminders;

/// <summary>Nơi đang giữ: who has it, and the act of the next step.</summary>
public sealed record OfficeStation(WaitingParty Holder, Act Act);

/// <summary>Bản ghi của cơ quan: a record that is of no single project, as far as its clock asks.</summary>
/// <param name="Kind">One of <see cref="OfficeClock.Kinds"/>.</param>
/// <param name="RecordId">The record itself; the unit where no report is begun yet.</param>
/// <param name="Since">Since when it is where it is.</param>
/// <param name="CommuneCode">Of a commune's own; null = of the province.</param>
public sealed record OfficeRecord(WaitingKind Kind, Guid RecordId, DateOnly Since, string? CommuneCode)
{
    /// <summary>The state that it is in, the year of a report that is not begun: one step is another thing to be reminded of than the next.</summary>
    public string Step { get; init; } = "";

    /// <summary>The body whose money or report it is; null for a plan or a petition.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Its unit still writes it.</summary>
    public bool IsDraft { get; init; }
}

/// <summary>Đồng hồ của cơ quan: where a record stands that is of no single project. It informs and never blocks; the steps themselves are those of the state tables.</summary>
public static class OfficeClock
{
    /// <summary>What is of no single project; all other kinds are a project's.</summary>
    public static readonly IReadOnlyList<WaitingKind> Kinds =
    [
        WaitingKind.PlanBatch, WaitingKind.BudgetEstimate, WaitingKind.ManagementEstimate, WaitingKind.ManagementVoucher, WaitingKind.YearEndProposal, WaitingKind.YearlySettlement, WaitingKind.StatementUnmatched,
        WaitingKind.YearlySettlementMissing, WaitingKind.Petition,
    ];

    /// <summary>Việc đọc sổ: the act that reads the book of such a record; nobody without it is reminded of one.</summary>
    public static Act ReadBy(WaitingKind kind) => kind switch
    {
        WaitingKind.YearlySettlement or WaitingKind.YearlySettlementMissing => Act.ViewYearlySettlements,
        WaitingKind.Petition => Act.AnswerPetition,
        _ => Act.ViewPlans,
    };

    /// <summary>The office that works for a unit that holds money.</summary>
    /// <param name="kind">What the unit is; null where it is not known any more.</param>
    /// <param name="commune">The commune of a commune's office.</param>
    public static WaitingParty UnitOf(OrganisationKind? kind, string? commune) =>
        commune is not null || kind is OrganisationKind.CommuneOffice ? WaitingParty.CommuneOffice : kind is OrganisationKind.PromotionCentre ? WaitingParty.Centre : WaitingParty.Department;

    public static OfficeStation? Of(BatchState state, Regime regime)
    {
        var home = regime is Regime.Commune ? WaitingParty.CommuneOffice : WaitingParty.Department;
        var decider = regime is Regime.Commune ? WaitingParty.CommuneOffice : WaitingParty.Committee;
        return state switch
        {
            BatchState.Drafting => new(home, Act.DraftPlan),
            BatchState.Submitted => new(home, Act.AppraisePlan),
            BatchState.Appraised when regime is Regime.National => new(home, Act.AppraisePlan),
            BatchState.Appraised => new(decider, Act.ApprovePlan),
            BatchState.SentToAgency => new(WaitingParty.Ministry, Act.ApprovePlan),
            BatchState.Approved => new(decider, Act.ApprovePlan),
            _ => null,
        };
    }

    public static OfficeStation? Of(BudgetEstimateState state, WaitingParty unit)
    {
        var isCommune = unit is WaitingParty.CommuneOffice;
        return state switch
        {
            BudgetEstimateState.Drafting => new(unit, Act.DraftPlan),
            BudgetEstimateState.WithAccountant => new(unit, Act.AppraiseEstimate),
            BudgetEstimateState.WithDepartment => new(WaitingParty.Department, Act.AppraisePlan),
            BudgetEstimateState.WithFinance or BudgetEstimateState.Appraised => new(WaitingParty.Finance, Act.AppraiseEstimate),
            BudgetEstimateState.WithCommittee => new(isCommune ? unit : WaitingParty.Committee, Act.DecideEstimate),
            BudgetEstimateState.WithCouncil => new(WaitingParty.Council, Act.DecideEstimate),
            BudgetEstimateState.Resolved => isCommune ? new(unit, Act.DecideEstimate) : new(WaitingParty.Committee, Act.RecordAllocation),
            _ => null,
        };
    }

    /// <summary>An approved estimate is spent, and waits for nobody.</summary>
    public static OfficeStation? Of(ManagementState state, WaitingParty unit) => state switch
    {
        ManagementState.Drafting => new(unit, Act.RequestPayment),
        ManagementState.Submitted => new(unit, Act.ApprovePayment),
        ManagementState.Settling => new(unit is WaitingParty.CommuneOffice ? unit : WaitingParty.Department, Act.ApproveSettlement),
        _ => null,
    };

    public static OfficeStation? Of(ManagementVoucherState state, WaitingParty unit) => state switch
    {
        ManagementVoucherState.Drafting => new(unit, Act.RequestPayment),
        ManagementVoucherState.Requested => new(unit, Act.ApprovePayment),
        ManagementVoucherState.Approved => new(unit, Act.RecordTreasury),
        _ => null,
    };

    /// <summary>A leader of the Sở approves what the province's units propose, a commune's its own.</summary>
    public static OfficeStation YearEnd(WaitingParty unit) => new(unit is WaitingParty.CommuneOffice ? unit : WaitingParty.Department, Act.ApproveYearEnd);

    /// <summary>Whoever keeps the unit's books matches or explains what a statement leaves open.</summary>
    public static OfficeStation Statement(WaitingParty unit) => new(unit, Act.RecordTreasury);

    /// <param name="state">Where the report is.</param>
    /// <param name="unit">Whose report.</param>
    /// <param name="route">The way it took; null before it is submitted.</param>
    public static OfficeStation? Of(YearlyState state, WaitingParty unit, YearlyRoute? route)
    {
        var isWithin = route is YearlyRoute.WithinCommune;
        return state switch
        {
            YearlyState.Drafting => new(unit, Act.SubmitYearlySettlement),
            YearlyState.SentBack => new(unit, Act.PrepareSettlement),
            YearlyState.Submitted => new(WaitingParty.Department, Act.ApproveSettlement),
            YearlyState.WithFinance => new(isWithin ? unit : WaitingParty.Finance, Act.AppraiseEstimate),
            YearlyState.Appraised => isWithin ? new(WaitingParty.Council, Act.DecideEstimate) : new(WaitingParty.Finance, Act.RecordAllocation),
            _ => null,
        };
    }

    /// <summary>A report that nobody has begun is begun by whoever prepares the settlements of its unit.</summary>
    public static OfficeStation Unreported(WaitingParty unit) => new(unit, Act.PrepareSettlement);

    /// <summary>The Sở receives and answers; what waits for the filer to add something is not with it.</summary>
    public static OfficeStation? Of(PetitionState state) => state is PetitionState.Filed or PetitionState.Received ? new(WaitingParty.Department, Act.AnswerPetition) : null;

    /// <summary>Whether it is with somebody: who works in the office that has it, may take the next step, and of a commune's only its own.</summary>
    public static bool IsWith(WaitingItem item, IReadOnlyCollection<Role> roles, Func<Act, Scope?> reach, IReadOnlyCollection<string> communes)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(communes);
        return roles.Any(r => ReminderLevels.PartyOf(r) == item.Holder) && reach(item.Act) is not null && (item.Holder is not WaitingParty.CommuneOffice || communes.Contains(item.TerritoryCode));
    }

    /// <returns>Null where it waits for nobody.</returns>
    public static WaitingItem? Item(OfficeRecord record, OfficeStation? station, WaitingDue? due = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        return station is null ? null : new(record.Kind, record.RecordId, station.Holder, AgencyOf(station.Holder, record.CommuneCode), station.Act, record.Since, due)
        {
            Part = record.Step,
            Regime = record.CommuneCode is null ? Regime.Provincial : Regime.Commune,
            TerritoryCode = record.CommuneCode ?? "",
            UnitId = record.UnitId,
            IsDraft = record.IsDraft,
        };
    }

    /// <summary>Who follows it up where others have it: of a commune's council the commune, of finance, committee, council and Ministry the Sở.</summary>
    private static WaitingParty AgencyOf(WaitingParty holder, string? commune) => holder switch
    {
        WaitingParty.Centre or WaitingParty.CommuneOffice => holder,
        WaitingParty.Council when commune is not null => WaitingParty.CommuneOffice,
        _ => WaitingParty.Department,
    };
}
