using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.YearlySettlements;

namespace KhuyenCong.Domain.Reminders;

/// <summary>Nơi đang giữ: who has it, and the act of the next step.</summary>
public sealed record OfficeStation(WaitingParty Holder, Act Act);

/// <summary>Đồng hồ của cơ quan: where a record stands that is of no single project. It informs and never blocks; the steps themselves are those of the state tables.</summary>
public static class OfficeClock
{
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

    /// <summary>Whether it is with somebody: who works in the office that has it, may take the next step, and of a commune's only its own.</summary>
    public static bool IsWith(WaitingItem item, IReadOnlyCollection<Role> roles, Func<Act, Scope?> reach, IReadOnlyCollection<string> communes)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(roles);
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(communes);
        return roles.Any(r => PartyOf(r) == item.Holder) && reach(item.Act) is not null && (item.Holder is not WaitingParty.CommuneOffice || communes.Contains(item.TerritoryCode));
    }

    /// <summary>The office that a role works for, those of finance and of the committee too; the council's decisions are recorded by others.</summary>
    private static WaitingParty? PartyOf(Role role) => role switch
    {
        Role.FinanceOfficer => WaitingParty.Finance,
        Role.ProvincialLeader or Role.ProvincialOfficeOfficer => WaitingParty.Committee,
        _ => ReminderLevels.PartyOf(role),
    };

    /// <returns>Null where it waits for nobody.</returns>
    public static WaitingItem? Item(WaitingKind kind, Guid id, OfficeStation? station, DateOnly since, string? commune, WaitingDue? due = null)
    {
        if (station is null)
        {
            return null;
        }

        var agency = commune is not null ? WaitingParty.CommuneOffice : station.Holder is WaitingParty.Centre ? WaitingParty.Centre : WaitingParty.Department;
        return new(kind, id, station.Holder, agency, station.Act, since, due) { Regime = commune is null ? Regime.Provincial : Regime.Commune, TerritoryCode = commune ?? "" };
    }
}
