using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.YearlySettlements;

namespace KhuyenCong.Domain.Tests.Reminders;

/// <summary>The clock says of each state what its state table says: the act that takes it on, and whose it is.</summary>
public sealed class OfficeClockTests
{
    private static readonly (BatchState, Regime, WaitingParty?)[] Batches =
    [
        (BatchState.Drafting, Regime.Provincial, WaitingParty.Department),
        (BatchState.Drafting, Regime.Commune, WaitingParty.CommuneOffice),
        (BatchState.Submitted, Regime.Provincial, WaitingParty.Department),
        (BatchState.Submitted, Regime.Commune, WaitingParty.CommuneOffice),
        (BatchState.Appraised, Regime.National, WaitingParty.Department),
        (BatchState.Appraised, Regime.Provincial, WaitingParty.Committee),
        (BatchState.Appraised, Regime.Commune, WaitingParty.CommuneOffice),
        (BatchState.SentToAgency, Regime.National, WaitingParty.Ministry),
        (BatchState.Approved, Regime.Provincial, WaitingParty.Committee),
        (BatchState.Assigned, Regime.Provincial, null),
        (BatchState.Undone, Regime.Provincial, null),
        (BatchState.Discarded, Regime.Provincial, null),
    ];

    private static readonly (BudgetEstimateState, WaitingParty, WaitingParty?)[] Budgets =
    [
        (BudgetEstimateState.Drafting, WaitingParty.Centre, WaitingParty.Centre),
        (BudgetEstimateState.WithDepartment, WaitingParty.Centre, WaitingParty.Department),
        (BudgetEstimateState.WithFinance, WaitingParty.Department, WaitingParty.Finance),
        (BudgetEstimateState.Appraised, WaitingParty.Department, WaitingParty.Finance),
        (BudgetEstimateState.WithCommittee, WaitingParty.Department, WaitingParty.Committee),
        (BudgetEstimateState.WithCouncil, WaitingParty.Department, WaitingParty.Council),
        (BudgetEstimateState.Resolved, WaitingParty.Department, WaitingParty.Committee),
        (BudgetEstimateState.Drafting, WaitingParty.CommuneOffice, WaitingParty.CommuneOffice),
        (BudgetEstimateState.WithAccountant, WaitingParty.CommuneOffice, WaitingParty.CommuneOffice),
        (BudgetEstimateState.WithCommittee, WaitingParty.CommuneOffice, WaitingParty.CommuneOffice),
        (BudgetEstimateState.WithCouncil, WaitingParty.CommuneOffice, WaitingParty.Council),
        (BudgetEstimateState.Resolved, WaitingParty.CommuneOffice, WaitingParty.CommuneOffice),
        (BudgetEstimateState.Allotted, WaitingParty.Department, null),
        (BudgetEstimateState.Discarded, WaitingParty.Department, null),
    ];

    private static readonly (YearlyState, WaitingParty, YearlyRoute?, WaitingParty?)[] Reports =
    [
        (YearlyState.Drafting, WaitingParty.Centre, null, WaitingParty.Centre),
        (YearlyState.Submitted, WaitingParty.Centre, YearlyRoute.ThroughDepartment, WaitingParty.Department),
        (YearlyState.WithFinance, WaitingParty.Centre, YearlyRoute.ThroughDepartment, WaitingParty.Finance),
        (YearlyState.Appraised, WaitingParty.Department, YearlyRoute.OfDepartment, WaitingParty.Finance),
        (YearlyState.WithFinance, WaitingParty.CommuneOffice, YearlyRoute.WithinCommune, WaitingParty.CommuneOffice),
        (YearlyState.Appraised, WaitingParty.CommuneOffice, YearlyRoute.WithinCommune, WaitingParty.Council),
        (YearlyState.Finished, WaitingParty.Centre, YearlyRoute.ThroughDepartment, null),
    ];

    [Fact]
    public void ABatch_IsWithWhoeverTakesItOn()
    {
        foreach (var (state, regime, holder) in Batches)
        {
            var station = OfficeClock.Of(state, regime);
            (station?.Holder).ShouldBe(holder, $"{state} {regime}");
            if (station is not null)
            {
                BatchStates.Table.Where(t => t.From == state && t.IsFor(regime)).Select(t => t.Who).ShouldContain(station.Act, $"{state} {regime}");
            }
        }
    }

    [Fact]
    public void ABudgetEstimate_IsWithWhoeverTakesItOn()
    {
        foreach (var (state, unit, holder) in Budgets)
        {
            var station = OfficeClock.Of(state, unit);
            (station?.Holder).ShouldBe(holder, $"{state} {unit}");
            if (station is not null)
            {
                BudgetEstimateStates.Table.Where(t => t.From == state && t.IsCommune == (unit is WaitingParty.CommuneOffice)).Select(t => t.Who).ShouldContain(station.Act, $"{state} {unit}");
            }
        }
    }

    [Fact]
    public void AYearlyReport_IsWithWhoeverTakesItOn()
    {
        foreach (var (state, unit, route, holder) in Reports)
        {
            var station = OfficeClock.Of(state, unit, route);
            (station?.Holder).ShouldBe(holder, $"{state} {unit}");
            if (station is not null)
            {
                YearlyStates.Table.Where(t => t.From == state && (route == null || t.Routes.Contains(route.Value))).Select(t => t.Who).ShouldContain(station.Act, $"{state} {unit}");
            }
        }

        // What was sent back is drawn anew first.
        OfficeClock.Of(YearlyState.SentBack, WaitingParty.Centre, YearlyRoute.ThroughDepartment).ShouldBe(new OfficeStation(WaitingParty.Centre, Act.PrepareSettlement));
    }

    [Fact]
    public void ManagementCosts_AreWithTheUnit_UntilTheyAreSettled_AndWhatIsSpentWaitsForNobody()
    {
        foreach (var state in Enum.GetValues<ManagementState>())
        {
            var station = OfficeClock.Of(state, WaitingParty.Centre);
            (station is not null).ShouldBe(state is ManagementState.Drafting or ManagementState.Submitted or ManagementState.Settling, $"{state}");
            if (station is not null)
            {
                ManagementStates.Table.Where(t => t.From == state).Select(t => t.Who).ShouldContain(station.Act);
                station.Holder.ShouldBe(state is ManagementState.Settling ? WaitingParty.Department : WaitingParty.Centre);
            }
        }

        foreach (var state in Enum.GetValues<ManagementVoucherState>())
        {
            var station = OfficeClock.Of(state, WaitingParty.CommuneOffice);
            (station is not null).ShouldBe(state is ManagementVoucherState.Drafting or ManagementVoucherState.Requested or ManagementVoucherState.Approved, $"{state}");
            if (station is not null)
            {
                ManagementVoucherStates.Table.Where(t => t.From == state).Select(t => t.Who).ShouldContain(station.Act);
                station.Holder.ShouldBe(WaitingParty.CommuneOffice);
            }
        }
    }

    [Fact]
    public void APetition_IsWithTheDepartment_UntilItIsAnswered_AndNotWhileTheFilerHasIt()
    {
        foreach (var state in Enum.GetValues<PetitionState>())
        {
            var station = OfficeClock.Of(state);
            (station is not null).ShouldBe(state is PetitionState.Filed or PetitionState.Received, $"{state}");
            if (station is not null)
            {
                PetitionStates.Table.Where(t => t.From == state).Select(t => t.Who).ShouldContain(station.Act, $"{state}");
                station.Holder.ShouldBe(WaitingParty.Department);
            }
        }
    }

    /// <summary>Somebody of every unit draws its report, and whoever does reads the book that it is reminded from.</summary>
    [Fact]
    public void AReportThatNobodyHasBegun_IsWithItsUnit()
    {
        foreach (var unit in new[] { WaitingParty.Department, WaitingParty.Centre, WaitingParty.CommuneOffice })
        {
            var station = OfficeClock.Unreported(unit);
            station.ShouldBe(new OfficeStation(unit, Act.PrepareSettlement));
            ReminderLevels.RolesOf(unit, station.Act).ShouldNotBeEmpty($"{unit}");
            ReminderLevels.RolesOf(unit, station.Act).ShouldAllBe(r => RoleTable.Allows(r, OfficeClock.ReadBy(WaitingKind.YearlySettlementMissing)) != null);
        }
    }

    [Fact]
    public void AYearEnd_WaitsForTheLeader_OfTheDepartmentOrTheCommune()
    {
        OfficeClock.YearEnd(WaitingParty.Centre).ShouldBe(new OfficeStation(WaitingParty.Department, Act.ApproveYearEnd));
        OfficeClock.YearEnd(WaitingParty.CommuneOffice).Holder.ShouldBe(WaitingParty.CommuneOffice);
        OfficeClock.UnitOf(OrganisationKind.PromotionCentre, null).ShouldBe(WaitingParty.Centre);
        OfficeClock.UnitOf(OrganisationKind.CommuneOffice, "22435").ShouldBe(WaitingParty.CommuneOffice);
        OfficeClock.UnitOf(null, null).ShouldBe(WaitingParty.Department);
    }

    [Fact]
    public void NothingSetsADay_SoNobodyIsLate()
    {
        var item = OfficeClock.Item(new(WaitingKind.YearEndProposal, Guid.Empty, Facts.Today.AddDays(-400), null), OfficeClock.YearEnd(WaitingParty.Department)).ShouldNotBeNull();
        (item.Due, item.IsLate(Facts.Today), item.Agency).ShouldBe((null, false, WaitingParty.Department));
        OfficeClock.Item(new(WaitingKind.PlanBatch, Guid.Empty, Facts.Today, null), null).ShouldBeNull();
    }

    /// <summary>Who × what waits: the office that has it, by the roles that take its next step.</summary>
    [Theory]
    [InlineData(WaitingParty.Department, Act.AppraisePlan, "DepartmentLeader DepartmentOfficer")]
    [InlineData(WaitingParty.Department, Act.ApproveYearEnd, "DepartmentLeader")]
    [InlineData(WaitingParty.Centre, Act.RequestPayment, "CentreOfficer CentreAccountant")]
    [InlineData(WaitingParty.Finance, Act.AppraiseEstimate, "FinanceOfficer")]
    [InlineData(WaitingParty.Committee, Act.ApprovePlan, "ProvincialLeader ProvincialOfficeOfficer")]
    [InlineData(WaitingParty.CommuneOffice, Act.RequestPayment, "CommuneOfficer CommuneAccountant")]
    [InlineData(WaitingParty.Ministry, Act.ApprovePlan, "")]
    [InlineData(WaitingParty.Council, Act.DecideEstimate, "")]
    public void ItIsWith_TheOfficeThatHasIt(WaitingParty holder, Act act, string whose)
    {
        var commune = holder is WaitingParty.CommuneOffice ? "22453" : null;
        var item = OfficeClock.Item(new(WaitingKind.PlanBatch, Guid.Empty, new(2026, 1, 5), commune), new(holder, act)).ShouldNotBeNull();
        IEnumerable<Role> With(string at) => Enum.GetValues<Role>().Where(r => OfficeClock.IsWith(item, [r], a => RoleTable.Allows(r, a), [at]));
        With("22453").Select(r => r.ToString()).ShouldBe(whose.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreOrder: true);
        With("22366").Any().ShouldBe(commune is null && whose.Length > 0);
    }
}
