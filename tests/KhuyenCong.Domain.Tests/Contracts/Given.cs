using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using PlanGiven = KhuyenCong.Domain.Tests.Plans.Given;
using ProjectGiven = KhuyenCong.Domain.Tests.Projects.Given;

namespace KhuyenCong.Domain.Tests.Contracts;

/// <summary>Contracts the tests start from (dữ liệu minh họa).</summary>
internal static class Given
{
    public const long Approved = 200_000_000;

    public static readonly Guid Drafter = Id();

    public static DateOnly Today => ProjectGiven.Today;

    public static Guid Id() => ProjectGiven.Id();

    public static PlanMover Mover(Role role, Guid? user = null) => PlanGiven.Mover(role, user);

    public static PlanMover Writer(Regime regime) => Mover(regime is Regime.Commune ? Role.CommuneOfficer : Role.CentreOfficer, Drafter);

    public static PlanMover Signer(Regime regime) => Mover(regime is Regime.Commune ? Role.CommuneLeader : Role.CentreLeader);

    public static ContractKind KindOf(Regime regime) => regime is Regime.National ? ContractKind.Agency : ContractKind.Support;

    /// <summary>An approved project with so much room of its khuyến công source.</summary>
    public static ContractGround Ground(Regime regime = Regime.Provincial, long room = Approved)
    {
        var (_, batch, projects, _) = PlanGiven.In(BatchState.Approved, regime, 1);
        return new(projects[0], batch.Items[0], batch, null, new Dictionary<string, Dong> { [PlanGiven.SourceOf(regime).Code] = new(room), [FundingSource.Counterpart.Code] = new(Approved) })
        {
            PartyA = regime switch
            {
                Regime.National => new(Id(), "Cục (dữ liệu minh họa)", OrganisationKind.Agency, null),
                Regime.Provincial => new(Id(), "Trung tâm (dữ liệu minh họa)", OrganisationKind.PromotionCentre, null),
                _ => new(Id(), "UBND xã (dữ liệu minh họa)", OrganisationKind.CommuneOffice, ProjectGiven.Commune),
            },
            PartyB = regime is Regime.National ? new(Id(), "Trung tâm (dữ liệu minh họa)", OrganisationKind.PromotionCentre, null) : null,
        };
    }

    public static ContractText Text(ContractGround ground, long amount = Approved) => new()
    {
        Number = "01/HĐ-KC",
        Content = "Thực hiện đề án (dữ liệu minh họa)",
        PartyAId = ground.PartyA!.OrganisationId,
        PartyA = ground.PartyA.Name,
        PartyBOrganisationId = ground.PartyB?.OrganisationId,
        PartyBEstablishmentId = ground.PartyB is null ? ground.Project.Beneficiaries[0].EstablishmentId : null,
        PartyB = ground.PartyB?.Name ?? ground.Project.Beneficiaries[0].Name,
        StartsOn = Today,
        EndsOn = Today.AddDays(100),
        Bank = new("0000000001", "Ngân hàng minh họa", "Chủ tài khoản minh họa"),
        Amounts = [new(PlanGiven.SourceOf(ground.Batch.Regime).Code, new(amount))],
    };

    public static Contract Draft(ContractGround ground, ContractText? text = null) =>
        Contract.From(ContractWriting.Draft(Id(), KindOf(ground.Batch.Regime), text ?? Text(ground), ground, Writer(ground.Batch.Regime), Id, TimeProvider.System).Event.ShouldNotBeNull());

    /// <summary>A contract moved to a state along the table.</summary>
    public static Contract In(ContractState state, ContractGround ground, ContractText? text = null)
    {
        var contract = Draft(ground, text);
        ContractAction[] way = state switch
        {
            ContractState.Proposed => [ContractAction.Propose],
            ContractState.Signed or ContractState.Liquidated => [ContractAction.Propose, ContractAction.Sign],
            ContractState.Cancelled => [ContractAction.Cancel],
            _ => [],
        };
        foreach (var action in way)
        {
            contract.Apply(Move(contract, ground, action, action is ContractAction.Sign ? Signer(contract.Regime) : Writer(contract.Regime)).Event.ShouldNotBeNull());
        }

        if (state is ContractState.Liquidated)
        {
            contract.Apply(ContractMoves.BySettlement(contract, Id(), "Quyết toán 1", Id(), TimeProvider.System));
        }

        return contract;
    }

    public static Ruling<ContractMoved> Move(Contract contract, ContractGround ground, ContractAction action, PlanMover mover, DateOnly? signedOn = null) =>
        ContractMoves.Of(contract, ground, Id(), new(action, "Lý do", signedOn ?? Today), mover, TimeProvider.System);

    public static IEnumerable<string> Codes<T>(this Ruling<T> ruling)
        where T : class => ruling.Breaches.Select(b => b.Code);
}
