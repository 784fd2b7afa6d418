using KhuyenCong.Domain.Contracts;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Tests.Contracts;

public sealed class ContractStateTests
{
    // Rows are states, columns actions in the order of ContractAction; /s by a settlement only; '.' refused.
    private const string Expected = """
        Drafting:   Proposed . . . Cancelled .
        Proposed:   . Drafting Signed . . .
        Signed:     . . . Liquidated/s Cancelled .
        Liquidated: . . . . . Signed/s
        Cancelled:  . . . . . .
        """;

    private static readonly Role[] Writers = [Role.CentreOfficer, Role.DepartmentOfficer];
    private static readonly Role[] Signers = [Role.CentreLeader, Role.DepartmentLeader];

    [Theory]
    [InlineData(Regime.National)]
    [InlineData(Regime.Provincial)]
    [InlineData(Regime.Commune)]
    public void EveryState_Action_AndRole_IsAsTheTableSays(Regime regime)
    {
        var ground = Given.Ground(regime);
        foreach (var (state, action, text) in Matrix.Of<ContractState, ContractAction>(Expected))
        {
            var cell = text.Split('/');
            foreach (var role in Enum.GetValues<Role>())
            {
                var contract = Given.In(state, ground);
                var mover = Given.Mover(role);
                var allowed = cell is [not "."] && Who(action, state, regime).Contains(role);
                ContractStates.Offered(contract, mover).Contains(action).ShouldBe(allowed, $"{state} {action} {role} {regime}");
                var ruling = Given.Move(contract, ground, action, mover);
                (ruling.Event?.To.ToString()).ShouldBe(allowed ? cell[0] : null, $"{state} {action} {role} {regime}: {string.Join(' ', ruling.Codes())}");
                if (!allowed)
                {
                    ruling.Codes().ShouldBe([cell is ["."] ? "contract.wrong-state" : cell.Length == 2 ? "contract.only-by-settlement" : "contract.not-allowed"]);
                }
            }
        }
    }

    [Fact]
    public void WhoDrafts_DoesNotRecordTheSigning()
    {
        var ground = Given.Ground();
        var contract = Given.In(ContractState.Proposed, ground);
        Given.Move(contract, ground, ContractAction.Sign, Given.Mover(Role.CentreLeader, Given.Drafter)).Codes().ShouldBe(["contract.drafter-signs"]);
        Given.Move(contract, ground, ContractAction.Sign, Given.Signer(Regime.Provincial)).Event.ShouldNotBeNull();
    }

    private static Role[] Who(ContractAction action, ContractState state, Regime regime)
    {
        var writes = action is ContractAction.Propose || (action is ContractAction.Cancel && state is ContractState.Drafting);
        return regime is Regime.Commune ? [writes ? Role.CommuneOfficer : Role.CommuneLeader] : writes ? Writers : Signers;
    }
}
