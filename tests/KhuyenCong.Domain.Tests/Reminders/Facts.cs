using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Domain.Reminders;

namespace KhuyenCong.Domain.Tests.Reminders;

/// <summary>A project under way with one contract, to start from (dữ liệu minh họa).</summary>
internal static class Facts
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly DateOnly Since = new(2026, 11, 2);
    public static readonly Guid Unit = Id();

    public static Guid Id() => Uuid.New(TimeProvider.System);

    public static ContractFact Contract(ContractState state = ContractState.Signed, Regime regime = Regime.Provincial, OrganisationKind agency = OrganisationKind.Department) =>
        new(Id(), regime, "56", state, Since, state is ContractState.Drafting or ContractState.Proposed ? null : Since, new(2026, 12, 15), false, agency, Id()) { OrganisationId = Unit };

    public static ClockFacts Project(params ContractFact[] contracts) =>
        new(Id(), contracts is [{ Regime: Regime.Commune }, ..] ? ProjectKind.Commune : ProjectKind.Provincial, ProjectState.Underway, Since, null) { Contracts = contracts };

    public static WaitingItem First(this ClockFacts facts) => ProjectClock.Of(facts, Today)[0];
}
