using KhuyenCong.Domain.Programmes;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Resources;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using static KhuyenCong.Web.Forms.TypedText;

namespace KhuyenCong.Web.Pages.Projects;

/// <content>More rows: blank ones, or of a line for all one line for each establishment.</content>
public sealed partial class ProjectForm
{
    /// <param name="split">The line that is split; null where blank rows are asked for.</param>
    /// <param name="state">What was typed for lines is forgotten where others take their place.</param>
    /// <param name="clock">Of new ids.</param>
    public void Grow(int? split, ModelStateDictionary state, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (split is not { } index)
        {
            AddRows(clock, WorkPlan.Count + 3, Lines.Count + 5, Machines.Count + 2);
            return;
        }

        // A figure that cannot be read would be lost: it is mended first.
        var typed = state.Where(e => e.Key.StartsWith("Form.Lines[", StringComparison.Ordinal)).ToList();
        if (index < 0 || index >= Lines.Count || typed.Exists(e => e.Value?.ValidationState is ModelValidationState.Invalid))
        {
            return;
        }

        List<Guid> each = [.. Beneficiaries.Where(b => !b.Remove).Select(b => b.Id)];
        var ruling = EstimateSplit.Of(TextOf(Lines[index], Lines[index].BeneficiaryId), each, () => Uuid.New(clock));
        state.AddBreaches(ruling.Breaches.Select(b => b with { Field = $"Form.Lines[{index}].Quantity" }));
        if (ruling.Event is not { } parts)
        {
            return;
        }

        if (Lines.Count + parts.Count > ProjectWriting.MostRows)
        {
            state.AddBreaches([new("project.too-many-rows", $"Form.Lines[{index}].Quantity", ProjectWriting.MostRows)]);
            return;
        }

        typed.ForEach(e => state.Remove(e.Key));
        Lines.RemoveAt(index);
        Lines.InsertRange(index, parts.Select(InputOf));
    }

    private static LineText TextOf(LineInput row, Guid? beneficiary) =>
        new(row.Id, row.Content?.Trim() ?? "", Blank(row.KindCode), beneficiary, Blank(row.Unit), row.Quantity ?? 1, row.UnitPrice ?? Dong.Zero, FundingSplit.Of(s => row.Amounts.GetValueOrDefault(s.Code)), Blank(row.Basis));

    private static LineInput InputOf(LineText line) => new()
    {
        Id = line.LineId,
        Content = line.Content,
        KindCode = line.KindCode,
        BeneficiaryId = line.BeneficiaryId,
        Unit = line.Unit,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        Basis = line.Basis,
        Amounts = FundingSource.All.ToDictionary(s => s.Code, s => line.Funding[s]),
    };
}
