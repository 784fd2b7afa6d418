using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Organisations;

namespace KhuyenCong.Domain.Tests.Acceptances;

public sealed class FinancingTests
{
    /// <summary>Half of the cost is support: others may have paid the other half, and not one đồng more.</summary>
    [Theory]
    [InlineData(200_000_000, null)]
    [InlineData(200_000_001, "acceptance.above-cost")]
    public void SupportAndWhatOthersPaid_AreNoMoreThanTheCost(long integrated, string? code)
    {
        var project = Given.Project();
        var record = Given.Record(project);
        Given.Write(record, project, record.Text with { Integrated = new(integrated) });
        record.Apply(Given.Move(record, AcceptanceAction.Submit, Given.Mover(Role.DepartmentOfficer)).Event.ShouldNotBeNull());
        var due = SupportDue.Of(record, Given.Basis(project));
        Given.Move(record, AcceptanceAction.Conclude, Given.Mover(Role.DepartmentLeader), Given.Facts(due)).Breaches.Select(b => b.Code).ShouldBe(code is null ? [] : [code]);
    }
}
